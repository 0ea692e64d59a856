namespace EvalFaaS.Harness.Reports;

/// <summary>P6: differences are judged by intervals or tests, not by eye.</summary>
internal sealed class StatisticalEvaluation : IPrinciple
{
    public string Name => "Statistical evaluation";

    public PrincipleFinding Check(ReportContext context)
    {
        var blocks = context.Summary.Cells.SelectMany(c => c.Figures).Where(f => f.Basis == Figure.FromBlocks).ToList();
        int with = blocks.Count(f => f.Low is not null), comparisons = context.Summary.Comparisons.Length;
        return new(
            blocks.Count > 0 && with == blocks.Count && comparisons > 0 ? PrincipleVerdict.Met : with > 0 ? PrincipleVerdict.Partly : PrincipleVerdict.NotMet,
            Inlines.Count("run/figures_with_interval", with), " of ", Inlines.Count("run/figures_of_blocks", blocks.Count), " figures over blocks have a 95 % interval; all ", Inlines.Count("run/comparisons", comparisons), " comparisons do, paired by block.");
    }
}
