using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>P1: the experiment is repeated, and how often is decided by what the repetitions show.</summary>
internal sealed class RepeatedExperiments : IPrinciple
{
    public string Name => "Repeated experiments";

    public PrincipleFinding Check(ReportContext context)
    {
        var blocks = context.Summary.Blocks;
        return new(
            blocks >= Suite.MinimumBlocks ? PrincipleVerdict.Met : blocks > 1 ? PrincipleVerdict.Partly : PrincipleVerdict.NotMet,
            Inlines.Count("run/blocks", blocks), " blocks in random order with restarted targets; an interval needs ", Inlines.Count("run/blocks_needed", Suite.MinimumBlocks), ".");
    }
}
