using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>Figures of forced starts: time to the first byte, and where it goes.</summary>
internal sealed class StartFigures : IFigureSource
{
    public MeasureKind Kind => MeasureKind.Start;

    public IReadOnlyList<string> Compared => [Metrics.Median];

    public IEnumerable<Figure> Compute(CellData cell, SampleTable samples)
    {
        if (cell.Values.Count == 0) return [];
        return
        [
            Figure.Blocks(Metrics.Median, Figure.Nanoseconds, cell.ByBlock(TimeFigures.MedianOf), geometric: true),
            Figure.Blocks(Metrics.Mean, Figure.Nanoseconds, cell.ByBlock(TimeFigures.MeanOf), geometric: false),
            Figure.Percentile(Metrics.P50, cell.Values, 0.5),
            Figure.Percentile(Metrics.P95, cell.Values, 0.95),
            Figure.Percentile(Metrics.P99, cell.Values, 0.99),
            .. Storms(cell, samples),
            .. PhaseFigures.Compute(cell, samples),
        ];
    }

    /// <summary>Starts a second, where several have the same moment: from that moment to the last one's first byte.</summary>
    private static IEnumerable<Figure> Storms(CellData cell, SampleTable samples)
    {
        var byBlock = cell.ByBlock(t => StartsPerSecond(t, samples));
        if (byBlock.Count > 0) yield return Figure.Blocks(Metrics.StartsPerSecond, Figure.PerSecond, byBlock, geometric: true);
    }

    private static double? StartsPerSecond(TrialData trial, SampleTable samples)
    {
        var storms = trial.Rows.GroupBy(samples.IntendedNs).Where(s => s.Count() > 1).ToList();
        if (storms.Count == 0) return null;
        var took = storms.Sum(s => (double)(s.Max(samples.FirstByteNs) - s.Key));
        return storms.Sum(s => s.Count()) * 1e9 / took;
    }
}
