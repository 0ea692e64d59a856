namespace EvalFaaS.Harness.Reports;

/// <summary>A cell with a neighbour divided by the same one without.</summary>
internal static class NeighbourRatio
{
    /// <summary>The ratio of a metric, or null where there is none or where one of both figures is withheld.</summary>
    public static Comparison? Find(Summary summary, Cell cell, string metric) =>
        summary.Comparisons.FirstOrDefault(c => c is { Form: Comparison.Ratio, ReferenceMeasure: not null } && c.Measure == cell.Measure && c.Metric == metric
            && c.Target == cell.Target && c.Function == cell.Function && c.State == cell.State) is { } ratio
        && IsShown(cell, metric) && summary.Cells.Any(c => c.Measure == ratio.ReferenceMeasure && c.Target == cell.Target && c.Function == cell.Function && c.State == cell.State && IsShown(c, metric))
            ? ratio
            : null;

    /// <summary>Whether a cell's figure stands above the generator's own lateness.</summary>
    public static bool IsShown(Cell cell, string metric) => cell.Find(metric) is { Withheld: false };
}
