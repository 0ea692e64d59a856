namespace EvalFaaS.Harness.Reports;

/// <summary>Memory of an instance against the time that a target takes, where targets have both for one function.</summary>
internal sealed class TradeSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        if (Best(context) is not { } trade) yield break;
        var (function, state, kind, points) = trade;
        var time = kind == "start" ? $"median time to the first byte of {function} from {state}" : $"median latency of {function}";
        yield return new HeadingBlock(2, "trade", "Memory against time");
        var least = points.MinBy(p => p.Memory.Find(MetricOf(p.Memory)!)!.Value);
        var fastest = points.MinBy(p => p.Time.Find(Metrics.Median)!.Value);
        yield return new ChartBlock(
            TradeChart.Paint("trade", $"Points of {points.Count} targets by the memory of a live instance of {function} and the {time}; the numbers are in the tables above.",
                [.. points.Select(p => (p.Time.Target, context.Targets.IndexOf(p.Time.Target), p.Memory.Find(MetricOf(p.Memory)!)!, p.Time.Find(Metrics.Median)!))],
                $"memory of a live instance of {function}", time),
            least.Time.Target == fastest.Time.Target
                ? [$"{least.Time.Target} takes least memory (", Memory(least.Memory), ") and least time (", Time(fastest.Time), ") of those shown."]
                : [$"Least memory: {least.Time.Target} (", Memory(least.Memory), $"). Least time: {fastest.Time.Target} (", Time(fastest.Time), "). No target has both."]);
    }

    // The cells of time that the most targets share with a cell of memory of the same function; starts come before latencies.
    private static (string Function, string State, string Kind, IReadOnlyList<(Cell Memory, Cell Time)> Points)? Best(ReportContext context)
    {
        var memory = context.CellsOf("memory").Select(c => c.Cell).Where(c => MetricOf(c) is not null).ToList();
        return context.CellsOf("start").Concat(context.CellsOf("latency")).Select(c => c.Cell)
            .Where(c => c.Find(Metrics.Median) is { Value: > 0, Withheld: false })
            .GroupBy(c => (c.Function, State: c.Kind == "start" ? c.State : "", c.Kind, c.Measure))
            .Select(g => (g.Key.Function, g.Key.State, g.Key.Kind, Points: (IReadOnlyList<(Cell, Cell)>)[.. g.DistinctBy(c => c.Target).Select(c => (Memory: memory.FirstOrDefault(m => m.Function == c.Function && m.Target == c.Target), Time: c)).Where(p => p.Memory is not null).Select(p => (p.Memory!, p.Time))]))
            .Where(t => t.Points.Count > 1)
            .OrderByDescending(t => t.Points.Count)
            .Select(t => ((string, string, string, IReadOnlyList<(Cell, Cell)>)?)t)
            .FirstOrDefault();
    }

    private static string? MetricOf(Cell cell) =>
        new[] { Metrics.ProportionalPerInstance, Metrics.ResidentPerInstance }.FirstOrDefault(m => cell.Find(m) is { Value: > 0 });

    private static Inline Memory(Cell cell) => Inlines.Value(cell, cell.Find(MetricOf(cell)!)!);

    private static Inline Time(Cell cell) => Inlines.Value(cell, cell.Find(Metrics.Median)!);
}
