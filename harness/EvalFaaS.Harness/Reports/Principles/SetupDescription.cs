using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>P3: hardware, software and settings are described as they were, not as they were asked for.</summary>
internal sealed class SetupDescription : IPrinciple
{
    public string Name => "Experimental setup description";

    public PrincipleFinding Check(ReportContext context)
    {
        var machine = context.Environment.Machine;
        (string What, bool There)[] facts =
        [
            ("CPU", machine.Cpu.Length > 0), ("processors", machine.LogicalProcessors > 0), ("memory", machine.MemoryBytes > 0), ("kernel", machine.Kernel.Length > 0), ("system", machine.OperatingSystem.Length > 0),
            (".NET", machine.DotNet.Length > 0), ("pinning", machine.TargetProcessors.Length > 0), ("versions of targets", All(context, t => t.Version.Length > 0)), ("configuration read back", All(context, t => t.ConfigurationDigest.Length > 0 && t.Settings.Length > 0)),
            ("digests of functions", context.Environment.Functions.Length > 0 && context.Environment.Functions.All(f => f.ModuleDigest.Length > 0)),
        ];
        var missing = facts.Where(f => !f.There).Select(f => f.What).ToList();
        return new(
            missing.Count == 0 ? PrincipleVerdict.Met : missing.Count < facts.Length / 2 ? PrincipleVerdict.Partly : PrincipleVerdict.NotMet,
            Inlines.Count("setup/facts", facts.Length - missing.Count), " of ", Inlines.Count("setup/facts_wanted", facts.Length), " facts recorded" + (missing.Count == 0 ? "." : "; missing: " + string.Join(", ", missing) + "."));
    }

    private static bool All(ReportContext context, Func<TargetRecord, bool> test) => context.Environment.Targets.Length > 0 && context.Environment.Targets.All(test);
}
