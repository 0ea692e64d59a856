using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>Whether there are blocks enough, and which were dropped.</summary>
internal sealed class BlockAnalyser : IAnalyser
{
    public IEnumerable<Finding> Analyse(ReportContext context)
    {
        if (context.Environment.Suite.Form == SuiteForm.Smoke.Name)
            yield return new("smoke-run", "this was a smoke run, which shows that the suite works and says nothing about the targets.");
        else if (context.Environment.Suite.Form.Length > 0)
            yield return new("smaller-form", $"this was the suite's form '{context.Environment.Suite.Form}': shorter and with fewer blocks than the suite itself.");
        var dropped = context.Data.Disturbed.Count;
        if (dropped > 0)
            yield return new("disturbed-blocks", Inlines.Count("run/blocks_disturbed", dropped), " of ", Inlines.Count("run/blocks_run", context.Data.Blocks.Count),
                " blocks were dropped whole, because the machine was disturbed during them. What they would change stands under “Disturbed blocks”.");
        if (context.Summary.Blocks < Suite.MinimumBlocks && context.Environment.Warnings.All(w => w.Code != "few-blocks"))
            yield return new("few-blocks", "only ", Inlines.Count("run/blocks", context.Summary.Blocks), " undisturbed blocks were run; fewer than 6 carry no comparison.");
    }
}
