using System.Globalization;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Studies.Charts;
using EvalFaaS.Studies.Reports;

namespace EvalFaaS.Studies.KeepAlive;

/// <summary>The report of the study of keep-alive policies.</summary>
internal static class KeepAliveReport
{
    private static readonly string[] Families = [KeepAlivePoint.Fixed, KeepAlivePoint.Hybrid, KeepAlivePoint.FaasCache, KeepAlivePoint.ByModel, KeepAlivePoint.ByGate, KeepAlivePoint.Unweighted, KeepAlivePoint.Oracle];

    // Colours by place: the oracle is grey.
    private static readonly int[] Colors = [1, 3, 4, 0, 5, 7, 6];

    public static IEnumerable<Block> Of(KeepAliveFigures figures) => [.. Fronts(figures), .. Costs(figures), .. Compared(figures), .. Method(figures)];

    /// <summary>A cold start's time as one says it.</summary>
    public static string Time(double seconds) => seconds switch { < 1e-3 => $"{seconds * 1e6:0} µs", < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:0.#} ms"), _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s") };

    private static IEnumerable<Block> Fronts(KeepAliveFigures figures)
    {
        yield return new HeadingBlock(2, "front", "Cold starts against wasted memory");
        foreach (var (kept, words) in new[] { ("code", "What is kept is loaded code, which takes any number of calls at a time, as in this runtime"), ("instance", "What is kept are instances that take one call at a time, as containers do") })
        {
            var fronts = figures.Fronts(kept).ToDictionary(f => f.Key, f => f.OrderBy(p => p.Waste).ToList());
            yield return new HeadingBlock(3, $"front-{kept}", kept == "code" ? "Loaded code" : "Instances");
            yield return new ParagraphBlock(
            [
                $"{words}. Fixed ten minutes: ", Figures.Count($"{kept}/cold", Math.Round(figures.ColdOfTenMinutes(kept))), " cold starts of ", Figures.Count($"{kept}/calls", Math.Round(figures.Calls(kept))), " calls, of which ",
                Figures.Of($"{kept}/floor", figures.Floor(kept), 3), " are first calls.",
            ]);
            var drawn = Families.Where(fronts.ContainsKey).ToList();
            yield return new ChartBlock(
                CurveChart.Paint($"front-{kept}", $"Fronts of {drawn.Count} policies: excess cold starts against wasted memory, both as shares of those of fixed ten minutes; the numbers are in the table below.",
                    new CurveAxes("wasted memory, over that of fixed ten minutes", "cold starts above first calls, over the cold starts of fixed ten minutes") { LogX = true, LogY = true, LeastY = 0.003, Goal = KeepAliveFigures.Goal },
                    [.. drawn.Select(f => new Curve(f, Colors[Array.IndexOf(Families, f)], [.. fronts[f].Select(p => (p.Waste, Math.Max(p.Excess, 0.003)))]))]),
                ["Lower left is better; the shaded corner is the goal. Each line is one policy over the option that trades memory for cold starts."]);
            yield return new TableBlock(
                $"The points, {(kept == "code" ? "loaded code" : "instances")}",
                [new("Policy"), new("Excess cold starts", ColumnKind.Number), new("± 2 standard errors", ColumnKind.Interval), new("Wasted memory", ColumnKind.Number), new("Loads ahead a call", ColumnKind.Number)],
                [.. fronts.OrderBy(f => Array.IndexOf(Families, f.Key)).SelectMany(f => f.Value.Select(p => new Row(
                [
                    [new CodeInline(p.Policy)], [Figures.Of($"{kept}/{f.Key}/{p.Policy}/excess", p.Excess, 4)], [Figures.Of($"{kept}/{f.Key}/{p.Policy}/error", 2 * p.ExcessError, 4)],
                    [Figures.Of($"{kept}/{f.Key}/{p.Policy}/waste", p.Waste, 3)], [Figures.Of($"{kept}/{f.Key}/{p.Policy}/ahead", p.LoadedAhead, 4)],
                ])).Prepend(new Row([], f.Key)))]);
        }
    }

    private static IEnumerable<Block> Costs(KeepAliveFigures figures)
    {
        var costs = figures.Costs().ToList();
        yield return new HeadingBlock(2, "costs", "By the cost of a cold start");
        yield return new ParagraphBlock(
        [
            "Both sides in seconds of waiting: cold starts times what one takes, and wasted memory at the price at which 250 ms are worth 128 MiB for 600 s. The forecast policy takes the cost and the function’s memory into account by itself (", new CodeInline("by-cost"),
            "); of the fixed windows the one that is cheapest at this cost is shown, which nobody knows beforehand.",
        ]);
        string[] families = [KeepAlivePoint.Nothing, KeepAlivePoint.Fixed, KeepAlivePoint.Hybrid, KeepAlivePoint.ByModel];
        yield return new ChartBlock(
            CurveChart.Paint("costs", "Lines of the cost of four policies over the cost of a cold start, divided by that of keeping nothing; the numbers are in the table below.",
                new CurveAxes("what a cold start takes, seconds", "cost, over that of keeping nothing") { LogX = true, LogY = true, Height = 380 },
                [.. families.Select((f, i) => new Curve(f, i == 3 ? 0 : i == 0 ? 6 : i == 1 ? 1 : 3, [.. costs.Select(c => (c.ColdStart, Of(c.Costs, f).Cost / Of(c.Costs, KeepAlivePoint.Nothing).Cost))]))]),
            ["Below 1 a policy saves something; where lines meet there is nothing to choose."]);
        yield return new TableBlock(
            "What the policies come to",
            [new("Policy"), new("Cost, s", ColumnKind.Number), new("Cold starts above first calls", ColumnKind.Number), new("Wasted GiB h", ColumnKind.Number), new("Setting")],
            [.. costs.SelectMany(c => c.Costs.Select(p => new Row(
            [
                [p.Family], [Figures.Of($"cost/{Time(c.ColdStart)}/{p.Family}", p.Cost, 2)], [Figures.Of($"cost/{Time(c.ColdStart)}/{p.Family}/cold", p.Cold, 0)], [Figures.Of($"cost/{Time(c.ColdStart)}/{p.Family}/waste", p.WasteGiBHours, 3)], [new CodeInline(p.Policy)],
            ])).Prepend(new Row([], $"A cold start takes {Time(c.ColdStart)}")))]);
    }

    private static IEnumerable<Block> Compared(KeepAliveFigures figures)
    {
        var rows = figures.Against(KeepAlivePoint.ByModel, KeepAlivePoint.ByGate).ToList();
        yield return new HeadingBlock(2, "gate", "What the predictor adds to a plain gate");
        yield return new ParagraphBlock(["The same policy by the predictor and by the reference gate, which picks one of six baselines for each function by its error in the two hours before. Paired over the same calls, percent less, with 95 % intervals that resample whole functions."]);
        yield return new TableBlock(
            "Less than by the reference gate",
            [new("Policy"), new("Cold starts, %", ColumnKind.Number), new("95 %", ColumnKind.Interval), new("Wasted memory, %", ColumnKind.Number), new("95 %", ColumnKind.Interval)],
            [.. rows.Select(r => new Row(
            [
                [new CodeInline(r.Policy)], [Figures.Of($"gate/{r.Policy}/cold", 100 * r.Cold.Value, 1)], Figures.Ends($"gate/{r.Policy}/cold", 100 * r.Cold.Lower, 100 * r.Cold.Upper, 1),
                [Figures.Of($"gate/{r.Policy}/waste", 100 * r.Waste.Value, 1)], Figures.Ends($"gate/{r.Policy}/waste", 100 * r.Waste.Lower, 100 * r.Waste.Upper, 1),
            ]))]);
    }

    private static IEnumerable<Block> Method(KeepAliveFigures figures)
    {
        var suite = figures.Record.Suite;
        yield return new HeadingBlock(2, "method", "Method");
        yield return new ListBlock(
        [
            ["The functions of ", new CodeInline(suite.Trace), ", minute by minute. The predictor was trained on the minutes before ", Figures.Count("method/from", suite.HeldOutFrom), "; every policy runs, and learns, from the first minute on; what is counted are the minutes from there to the end."],
            ["A trace of counts does not say where in its minute a call lies: they are placed at random, alike for all policies, in ", Figures.Count("method/replications", suite.Replications), " replications. Durations and memory are the trace’s."],
            ["A forecast is made when a minute has ended, of those after it, from those before. Nothing of the counted minutes reaches it sooner."],
            ["FaasCache bounds the memory of all functions together, so its functions run on one node that lacks nothing else."],
            ["Loads ahead cost no memory before they are done, but work: their number stands beside. The oracle keeps exactly until the next call where that pays, and never loads ahead: a policy that does may lie below it."],
        ]);
    }

    private static (string Family, string Policy, double Cost, double Cold, double WasteGiBHours) Of(IReadOnlyList<(string Family, string Policy, double Cost, double Cold, double WasteGiBHours)> costs, string family) => costs.First(c => c.Family == family);
}
