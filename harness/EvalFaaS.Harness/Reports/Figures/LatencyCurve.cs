using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Reports;

/// <summary>A cell's latencies as curves show them: only where they say more of the target than of the generator's own lateness.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Data">Its raw data.</param>
/// <param name="Parts">What is shown of the distribution, as shares from 0 to 1; empty where all of it is withheld.</param>
/// <param name="LeastNs">What is not shown lies below this latency: ten times the generator's lateness at its 99th percentile, ns.</param>
internal sealed record LatencyCurve(Cell Cell, CellData Data, IReadOnlyList<(double From, double To)> Parts, double LeastNs)
{
    private const double Median = 0.5;

    /// <summary>Whether nothing is withheld.</summary>
    public bool IsWhole => Parts is [(0, 1)];

    /// <remarks>By the rule of the figures: up to the median against the median lateness, everything above against its 99th percentile.</remarks>
    public static LatencyCurve Of(Cell cell, CellData data)
    {
        var median = cell.Find(Metrics.P50)!;
        var least = ScheduleFidelity.LatencyToError * LatencyFigures.TypicalOf(data, t => t.Trial.ScheduleErrorP99Ns);
        var from = FirstShareAt(data.Values, least);
        return new LatencyCurve(cell, data, (median.Withheld, from) switch
        {
            (false, Median) => [(0, 1)],
            (false, null) => [(0, Median)],
            (false, { } share) => [(0, Median), (share, 1)],
            (true, null) => [],
            (true, { } share) => [(share, 1)],
        }, least);
    }

    // Quantiles rise with their share, so the first that reaches a value is found by halving.
    private static double? FirstShareAt(Distribution values, double least)
    {
        if (values.Quantile(Median) >= least) return Median;
        if (values.Maximum < least) return null;
        double below = Median, reached = 1;
        for (var i = 0; i < 40; i++)
        {
            var middle = (below + reached) / 2;
            if (values.Quantile(middle) >= least) reached = middle;
            else below = middle;
        }
        return reached;
    }
}
