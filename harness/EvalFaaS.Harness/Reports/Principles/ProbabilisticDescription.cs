namespace EvalFaaS.Harness.Reports;

/// <summary>P5: results are described by their distribution, not by an average alone.</summary>
internal sealed class ProbabilisticDescription : IPrinciple
{
    public string Name => "Probabilistic result description";

    public PrincipleFinding Check(ReportContext context)
    {
        var timed = context.Summary.Cells.Where(c => c.Find(Metrics.P50) is not null).ToList();
        var whole = timed.Count(c => c.Find(Metrics.P99) is { Low: not null });
        return new(
            whole == timed.Count ? PrincipleVerdict.Met : PrincipleVerdict.Partly,
            "Distributions and percentiles of all ", Inlines.Count("run/cells_timed", timed.Count), " cells that have times; ", Inlines.Count("run/cells_p99", whole), " of them have requests enough for an interval of the 99th percentile.");
    }
}
