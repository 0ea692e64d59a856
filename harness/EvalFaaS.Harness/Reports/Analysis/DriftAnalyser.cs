using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Reports;

/// <summary>Block values that rise or fall through the run: then blocks are no repetitions of the same thing.</summary>
internal sealed class DriftAnalyser : IAnalyser
{
    /// <summary>Low, since every figure of every cell is looked at.</summary>
    private const double Level = 0.001;

    public IEnumerable<Finding> Analyse(ReportContext context)
    {
        foreach (var cell in context.Summary.Cells)
            foreach (var figure in cell.Figures)
                if (figure.ByBlock is { Count: >= Interval.MinimumBlocks } blocks && MannKendall.PValue([.. blocks.Values]) is var p && p < Level)
                    yield return new("drift", $"{figure.Metric} rose or fell from block to block through the run (Mann-Kendall p = ",
                        new FigureInline($"{cell.Id}/{figure.Metric}.drift_p", Figure.Round(p), p.ToString("0.00000", System.Globalization.CultureInfo.InvariantCulture)), ")" + Finding.In(cell));
    }
}
