using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>The machine and the functions.</summary>
internal sealed class EnvironmentSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        var environment = context.Environment;
        yield return new HeadingBlock(2, "environment", "Environment");
        yield return new TableBlock("The machine", [new(""), new("")], [.. Machine(environment, StealOf(context)).Where(r => r.Value.Count > 0).Select(r => new Row([[r.Name], r.Value]))]);
        if (environment.Functions.Length > 0)
            yield return new TableBlock(
                "The functions",
                [new("Function"), new("Language"), new("Called with"), new("Module", ColumnKind.Number), new("SHA-256")],
                [.. environment.Functions.Select(f => new Row([[f.Name], [f.Language], [f.Input], [new FigureInline($"function/{f.Name}/module_bytes", f.ModuleBytes, Quantity.Format(f.ModuleBytes, Figure.Bytes))], [new CodeInline(Short(f.ModuleDigest))]]))]);
    }

    private static IEnumerable<(string Name, IReadOnlyList<Inline> Value)> Machine(RunEnvironment environment, long? steal)
    {
        var machine = environment.Machine;
        yield return ("CPU", Words(machine.Cpu));
        yield return ("Processors", [Inlines.Count("run/processors", machine.LogicalProcessors)]);
        yield return ("Memory", [new FigureInline("run/memory_bytes", machine.MemoryBytes, Quantity.Format(machine.MemoryBytes, Figure.Bytes))]);
        yield return ("Kernel", Words(machine.Kernel));
        yield return ("System", Words(machine.OperatingSystem));
        yield return ("Virtualisation", Words(machine.Virtualisation));
        yield return (".NET", Words(machine.DotNet));
        yield return (".NET settings", Words(machine.DotNetSettings));
        yield return ("Targets ran on processors", Words(machine.TargetProcessors));
        yield return ("Generator ran on processors", Words(machine.GeneratorProcessors));
        if (machine.Siblings is { } siblings) yield return ("These are hyper-threads of one core", Words(siblings ? "yes" : "no"));
        if (machine.GeneratorCeilingPerSecond is { } ceiling) yield return ("Generator’s own ceiling", [new FigureInline("run/generator_ceiling", ceiling, Quantity.Format(ceiling, Figure.PerSecond))]);
        yield return ("Processor time taken by the hypervisor during trials", steal is { } ns ? [new FigureInline("run/steal_ns", ns, Quantity.Format(ns, Figure.Nanoseconds))] : []);
        foreach (var detail in machine.Details) yield return (detail.Name, Words(detail.Value));
        yield return ("Started (UTC)", Words(environment.OriginUtc.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)));
        yield return ("Took", [new FigureInline("run/duration", environment.DurationNs, Quantity.Format(environment.DurationNs, Figure.Nanoseconds))]);
    }

    private static long? StealOf(ReportContext context) =>
        context.Data.Trials.Any(t => t.StealNs is not null) ? context.Data.Trials.Sum(t => t.StealNs ?? 0) : null;

    private static IReadOnlyList<Inline> Words(string text) => text.Length == 0 ? [] : [text];

    private static string Short(string digest) => digest.Length > 16 ? digest[..16] : digest.Length == 0 ? "–" : digest;
}
