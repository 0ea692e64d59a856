using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Reports;

/// <summary>Starts: times by state, the breakdown by phase, the distribution.</summary>
internal sealed class StartSection : IReportSection
{
    // Each takes a tenth of a megabyte of the page; beyond these the tables alone say it.
    private const int MostCharts = 12;

    public IEnumerable<Block> Build(ReportContext context)
    {
        var cells = context.CellsOf("start");
        if (cells.Count == 0) yield break;
        yield return new HeadingBlock(2, "start", "Starting");
        var measures = cells.GroupBy(c => c.Cell.Measure).Select(m => (Name: m.Key, Functions: m.GroupBy(c => c.Cell.Function).ToList())).ToList();
        var charts = measures.Sum(m => m.Functions.Count) <= MostCharts ? MostCharts : Math.Max(1, MostCharts / measures.Count);
        foreach (var (measure, functions) in measures)
            foreach (var (place, function) in functions.Index())
                foreach (var block in BuildFunction(context, measure, function.Key, [.. function], chart: place < charts)) yield return block;
    }

    private static IEnumerable<Block> BuildFunction(ReportContext context, string measure, string function, IReadOnlyList<(Cell Cell, CellData Data)> cells, bool chart)
    {
        var anchor = Anchor.Of("start", measure, function);
        yield return new HeadingBlock(3, anchor, $"{function}: time to the first byte{MetricNames.Measure("start", measure)}");
        if (context.Environment.Suite.Measures.FirstOrDefault(m => m.Name == measure) is { Description.Length: > 0 } described)
            yield return new ParagraphBlock([described.Description]);
        if (!chart) yield return new ParagraphBlock(["The page has no room for a chart of each function; the tables below say the same."], ParagraphStyle.Note);
        else yield return new ChartBlock(
            StartChart.Paint(anchor, $"Start of {function}: for each target and start state the shares of the phases in the mean time, and beside them the distribution of single starts; the numbers are in the tables below.", cells, context.Targets),
            [.. Captions.Starts([.. cells.Select(c => c.Cell)]), "Left: where the mean time goes. Means add up, medians do not, so the bars are of means. Of a target that keeps no ledger the phases are those that can be seen from outside; the list below the tables says what each holds. Right: how single starts are spread."]);
        yield return TimesTable($"Time to the first byte of {function}", cells);
        yield return PhaseTable(function, [.. cells.Select(c => c.Cell)]);
        yield return new ParagraphBlock(
        [
            "Median: geometric mean of the blocks’ medians with a t interval over blocks; it is what ratios are formed of. Percentiles: of all starts together, with order-statistic intervals, which take the starts as exchangeable and describe this run alone.",
        ], ParagraphStyle.Note);
        var notes = context.Environment.Targets.Where(t => t.PhaseNotes.Length > 0 && cells.Any(c => c.Cell.Target == t.Name)).ToList();
        if (notes.Count > 0) yield return new ListBlock([.. notes.Select(t => (IReadOnlyList<Inline>)[new StrongInline(t.Name), ": " + t.PhaseNotes])]);
    }

    private static TableBlock TimesTable(string caption, IReadOnlyList<(Cell Cell, CellData Data)> cells) => new(
        caption,
        [
            new("Target"), new("Median", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval), new("95th", ColumnKind.Number), new("95 % within the run", ColumnKind.Interval),
            new("99th", ColumnKind.Number), new("95 % within the run", ColumnKind.Interval), new("Observed"), new("Starts", ColumnKind.Number),
        ],
        [.. cells.GroupBy(c => c.Cell.State).SelectMany(g => g.Select(c => TimesRow(c.Cell)).Prepend(new Row([], MetricNames.State(g.Key))))]);

    private static Row TimesRow(Cell cell)
    {
        var p99 = cell.Find(Metrics.P99)!;
        return new Row(
        [
            [cell.Target],
            [Inlines.Value(cell, cell.Find(Metrics.Median)!)], Inlines.Ends(cell, cell.Find(Metrics.Median)!),
            [Inlines.Value(cell, cell.Find(Metrics.P95)!)], Inlines.Ends(cell, cell.Find(Metrics.P95)!),
            [Inlines.Value(cell, p99)], Inlines.Ends(cell, p99),
            [cell.Observation],
            [Inlines.Count($"{cell.Id}/{p99.Metric}.n", p99.Count)],
        ]);
    }

    private static TableBlock PhaseTable(string function, IReadOnlyList<Cell> cells)
    {
        var phases = PhaseDurations.Phases.ToArray().Where(p => cells.Any(c => c.Find(Metrics.OfPhase(p)) is not null)).ToList();
        return new TableBlock(
            $"Mean time of {function} by phase",
            [new("Target"), .. phases.Select(p => new Column(p.ToString(), ColumnKind.Number)), new("Outside", ColumnKind.Number), new("Mean", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval)],
            [.. cells.GroupBy(c => c.State).SelectMany(g => g.Select(c => PhaseRow(c, phases)).Prepend(new Row([], MetricNames.State(g.Key))))]);
    }

    private static Row PhaseRow(Cell cell, List<Model.Phase> phases) => new(
    [
        [cell.Target],
        .. phases.Select(p => cell.Find(Metrics.OfPhase(p)) is { } figure ? (IReadOnlyList<Inline>)[Inlines.Value(cell, figure)] : [new QuietInline("–")]),
        [Inlines.Value(cell, cell.Find(Metrics.Outside)!)],
        [Inlines.Value(cell, cell.Find(Metrics.Mean)!)],
        Inlines.Ends(cell, cell.Find(Metrics.Mean)!),
    ]);
}
