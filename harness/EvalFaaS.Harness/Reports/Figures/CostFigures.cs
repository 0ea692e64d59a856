using System.Collections.Immutable;
using EvalFaaS.Harness.Scenarios.Prices;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Reports;

/// <summary>
/// What a million invocations would cost by the suite's price sheets, block by block. Time is the latency of each request at a rate below capacity, rounded as
/// the sheet says; memory that of a live instance, where the run weighed one of the same function, else the sheet's least; processor time that of the target.
/// </summary>
internal static class CostFigures
{
    /// <summary>The cells with these figures behind their own.</summary>
    public static ImmutableArray<Cell> Added(ImmutableArray<Cell> cells, IReadOnlyList<CellData> raw, ImmutableArray<PriceSheet> sheets) =>
        sheets.IsDefaultOrEmpty ? cells : [.. cells.Zip(raw, (cell, data) => cell with { Figures = [.. cell.Figures, .. sheets.SelectMany(sheet => Of(sheet, cell, data, MemoryOf(cell, cells)))] })];

    /// <summary>Memory of a live instance of the same function on the same target, bytes, or null.</summary>
    public static Figure? MemoryOf(Cell cell, IEnumerable<Cell> cells) => cells
        .Where(c => c.Target == cell.Target && c.Function == cell.Function)
        .Select(c => c.Find(Metrics.ProportionalPerInstance) ?? c.Find(Metrics.ResidentPerInstance))
        .FirstOrDefault(f => f is not null);

    private static IEnumerable<Figure> Of(PriceSheet sheet, Cell cell, CellData data, Figure? memory)
    {
        if (data.Kind != MeasureKind.Latency || cell.State == StartStates.None || data.Values.Count == 0) yield break;
        var bytes = sheet.BilledBytes(memory?.Value);
        var billed = data.ByBlock(t => t.Values.Count == 0 ? null : t.Values.MeanOf(sheet.BilledNs));
        var cost = data.ByBlock(t => t.Values.Count == 0 || (sheet.PerCpuSecond > 0 && TimeFigures.CpuPerRequestOf(t) is null)
            ? null
            : sheet.PerMillion(t.Values.MeanOf(sheet.BilledNs), bytes, TimeFigures.CpuPerRequestOf(t) ?? 0));
        if (billed.Count == 0 || cost.Count == 0) yield break;
        var time = Figure.Blocks(Metrics.BilledTimeBy(sheet.Name), Figure.Nanoseconds, billed, geometric: false);
        var withheld = sheet.PerGbSecond > 0 && !ScheduleFidelity.Carries(time.Value, LatencyFigures.TypicalOf(data, t => t.Trial.ScheduleErrorP50Ns));
        yield return time with { Withheld = withheld };
        yield return Figure.Blocks(Metrics.CostBy(sheet.Name), sheet.Currency, cost, geometric: false) with { Withheld = withheld };
    }
}
