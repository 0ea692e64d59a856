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
            .. PhaseFigures.Compute(cell, samples),
        ];
    }
}
