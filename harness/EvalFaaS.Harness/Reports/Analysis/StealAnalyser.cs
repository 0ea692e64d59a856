namespace EvalFaaS.Harness.Reports;

/// <summary>Whether the hypervisor took time away.</summary>
internal sealed class StealAnalyser : IAnalyser
{
    private const double Noticeable = 0.02;

    public IEnumerable<Finding> Analyse(ReportContext context)
    {
        var trials = context.Data.Trials;
        var share = trials.Sum(t => t.StealNs ?? 0) / Math.Max(1.0, trials.Sum(t => t.DurationNs));
        if (share > Noticeable) yield return new("steal", "the hypervisor took ", new FigureInline("run/steal", Figure.Round(share), Quantity.Format(share, Figure.One)), " of the trials’ time away.");
    }
}
