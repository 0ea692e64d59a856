using EvalFaaS.Harness.Scenarios.Prices;

namespace EvalFaaS.Harness.Reports;

/// <summary>What the invocations would cost by the suite's price sheets.</summary>
internal sealed class CostSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        var sheets = context.Environment.Suite.Prices.Where(s => context.Summary.Cells.Any(c => c.Find(Metrics.CostBy(s.Name)) is not null)).ToList();
        if (sheets.Count == 0) yield break;
        yield return new HeadingBlock(2, "cost", "What it would cost");
        foreach (var sheet in sheets)
            foreach (var block in BuildSheet(context, sheet)) yield return block;
        yield return new ParagraphBlock(
        [
            "Time is that of each request from its intended start to the last byte, so that transport and waiting count as run time: more than a platform would bill. Memory is what a live instance of the function adds, where the run weighed one, else the sheet’s least; it enters as one number, so the interval, over blocks, is that of the times. A sheet says what this machine’s times would cost at its prices, not what the function would take on that platform.",
        ], ParagraphStyle.Note);
    }

    private static IEnumerable<Block> BuildSheet(ReportContext context, PriceSheet sheet)
    {
        yield return new HeadingBlock(3, Anchor.Of("cost", sheet.Name), sheet.Title);
        yield return new ParagraphBlock(
        [
            "A million requests ", Price("per_million_requests", sheet.PerMillionRequests), ", a GB-second ", Price("per_gb_second", sheet.PerGbSecond), ", a second of processor time ", Price("per_cpu_second", sheet.PerCpuSecond),
            $", in {sheet.Currency}, read {sheet.Date} at {sheet.Source}. {Rounding(sheet)}{sheet.Notes}",
        ]);
        yield return new TableBlock(
            $"A million invocations, {sheet.Currency}",
            [new("Target"), new("State"), new("Time billed", ColumnKind.Number), new("Memory billed", ColumnKind.Number), new("From"), new("Cost of a million", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval)],
            [
                .. context.Summary.Cells.Where(c => c.Find(Metrics.CostBy(sheet.Name)) is not null).GroupBy(c => (c.Function, c.Measure))
                    .SelectMany(g => g.Select(c => RowOf(context, sheet, c)).Prepend(new Row([], g.Key.Function + MetricNames.Measure("latency", g.Key.Measure)))),
            ]);

        Inline Price(string key, double price) => new FigureInline($"prices/{sheet.Name}/{key}", price, price.ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Rounding(PriceSheet sheet) =>
        (sheet.GranularityNs > 0 ? $"Time is rounded up to {Quantity.FormatTick(sheet.GranularityNs, Figure.Nanoseconds)}. " : "")
        + (sheet.MinimumNs > 0 ? $"At least {Quantity.FormatTick(sheet.MinimumNs, Figure.Nanoseconds)} are charged. " : "")
        + (sheet.MinimumMemoryMib > 0 ? $"At least {sheet.MinimumMemoryMib} MiB of memory are charged. " : "");

    private static Row RowOf(ReportContext context, PriceSheet sheet, Cell cell)
    {
        var (time, cost) = (cell.Find(Metrics.BilledTimeBy(sheet.Name))!, cell.Find(Metrics.CostBy(sheet.Name))!);
        var memory = CostFigures.MemoryOf(cell, context.Summary.Cells);
        var bytes = sheet.BilledBytes(memory?.Value);
        return new Row(
        [
            [cell.Target], [cell.State],
            Inlines.Shown(cell, time),
            [new FigureInline($"{cell.Id}/billed_{sheet.Name}_bytes", Figure.Round(bytes), Quantity.Format(bytes, Figure.Bytes))],
            [memory is null ? "least of the sheet" : memory.Value <= sheet.MinimumMemoryMib * 1048576.0 ? "least of the sheet, measured less" : "measured"],
            Inlines.Shown(cell, cost), cost.Withheld ? Inlines.Empty : Inlines.Ends(cell, cost),
        ]);
    }
}
