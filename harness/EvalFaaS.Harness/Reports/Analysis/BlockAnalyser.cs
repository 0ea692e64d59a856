using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>Whether there are blocks enough, and which were dropped.</summary>
internal sealed class BlockAnalyser : IAnalyser
{
    public IEnumerable<Finding> Analyse(ReportContext context)
    {
        var dropped = context.Data.Disturbed.Count;
        if (dropped > 0)
            yield return new("disturbed-blocks", Inlines.Count("run/blocks_disturbed", dropped), " of ", Inlines.Count("run/blocks_run", context.Data.Blocks.Count),
                " blocks were dropped whole, because the machine was disturbed during them. What they would change stands under “Disturbed blocks”.");
        if (context.Summary.Blocks < Suite.MinimumBlocks)
            yield return new("few-blocks", "only ", Inlines.Count("run/blocks", context.Summary.Blocks), " undisturbed blocks were run; fewer than 6 carry no comparison.");
    }
}
