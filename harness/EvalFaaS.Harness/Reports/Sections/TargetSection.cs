using System.Collections.Immutable;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>What the targets are: isolation, protections, settings side by side, start states, and those left out.</summary>
internal sealed class TargetSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        var targets = context.Environment.Targets;
        yield return new HeadingBlock(2, "targets", "The targets");
        yield return new TableBlock(
            "What each target is",
            [new("Target"), new("Isolates calls by"), new("Version"), new("Times taken"), new("Configuration")],
            [.. targets.Select(t => new Row([[t.Name], [t.Isolation], [t.Version], [t.Observation], [new CodeInline(Short(t.ConfigurationDigest))]]))]);
        foreach (var table in SideBySide("Protections of the engines, as read from the running configuration", [.. targets.Where(t => t.Protections.Length > 0)], t => t.Protections)) yield return table;
        foreach (var table in SideBySide("Settings of all targets", targets, t => t.Settings)) yield return table;
        foreach (var table in SideBySide("How start states were forced and proved", [.. targets.Where(t => t.States.Length > 0)], t => t.States)) yield return table;
        if (context.Environment.LeftOut.Length == 0) yield break;
        yield return new HeadingBlock(3, "left-out", "Left out on this machine");
        yield return new TableBlock(
            "Targets of the suite that were not measured",
            [new("Target"), new("Why"), new("How to have it")],
            [.. context.Environment.LeftOut.Select(t => new Row([[t.Name], [t.Reason], [t.Remedy]]))]);
    }

    private static IEnumerable<TableBlock> SideBySide(string caption, IReadOnlyList<TargetRecord> targets, Func<TargetRecord, ImmutableArray<Setting>> settings)
    {
        var names = targets.SelectMany(t => settings(t).Select(s => s.Name)).Distinct().ToList();
        if (names.Count == 0) yield break;
        yield return new TableBlock(
            caption,
            [new(""), .. targets.Select(t => new Column(t.Name))],
            [.. names.Select(name => new Row([[name], .. targets.Select(t => Value(settings(t).FirstOrDefault(s => s.Name == name)))]))]);
    }

    private static IReadOnlyList<Inline> Value(Setting? setting) => setting switch
    {
        null => [new QuietInline("–")],
        { Source: "" or "read" } => [setting.Value],
        _ => [setting.Value, new QuietInline($" ({setting.Source})")],
    };

    private static string Short(string digest) => digest.Length > 12 ? digest[..12] : digest.Length == 0 ? "–" : digest;
}
