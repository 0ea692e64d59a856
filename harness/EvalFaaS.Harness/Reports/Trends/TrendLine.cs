namespace EvalFaaS.Harness.Reports;

/// <summary>One metric of one cell over the results that have it, in the order of time.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Points">The results.</param>
internal sealed record TrendLine(string Metric, IReadOnlyList<TrendPoint> Points)
{
    /// <summary>The cell as the last result has it.</summary>
    public Cell Cell => Points[^1].Cell;

    /// <summary>The main metrics of all cells that at least two results have.</summary>
    public static IReadOnlyList<TrendLine> Of(IReadOnlyList<TrendResult> results) =>
    [
        .. results.SelectMany(r => r.Summary.Cells).Select(c => (c.Id, c.Kind)).Distinct()
            .SelectMany(cell => Metrics.MainOf(cell.Kind).Select(metric => new TrendLine(metric, PointsOf(results, cell.Id, metric))))
            .Where(line => line.Points.Count > 1),
    ];

    private static List<TrendPoint> PointsOf(IReadOnlyList<TrendResult> results, string cell, string metric)
    {
        var points = new List<TrendPoint>();
        for (var i = 0; i < results.Count; i++)
            if (results[i].Summary.Cells.FirstOrDefault(c => c.Id == cell) is { } found && found.Find(metric) is { Withheld: false } figure)
                points.Add(new TrendPoint(i + 1, found, figure, points.Count == 0 ? null : ChangeOf(points[^1].Figure, figure)));
        return points;
    }

    // Intervals that do not meet are a stricter test than one of the difference: what is marked is seldom chance.
    private static double? ChangeOf(Figure before, Figure after) =>
        before is { Low: { } low, High: { } high, Value: > 0 } && after is { Low: { } nextLow, High: { } nextHigh } && (nextLow > high || nextHigh < low) ? Figure.Round(after.Value / before.Value) : null;
}
