namespace EvalFaaS.Harness.Reports;

/// <summary>Sentences that say what a chart shows, made of its figures.</summary>
internal static class Captions
{
    /// <summary>How many ratios are told from 1, and which are farthest from it on either side.</summary>
    public static IReadOnlyList<Inline> Ratios(IReadOnlyList<Comparison> ratios)
    {
        var shown = ratios.Where(r => !r.Withheld).ToList();
        List<Inline> words =
        [
            Inlines.Count("ratios/apart", shown.Count(r => r.Low > 1 || r.High < 1)), " of ", Inlines.Count("ratios/all", ratios.Count), " intervals exclude 1. ",
        ];
        if (shown.MaxBy(r => r.Value) is { Value: > 1 } most) words.AddRange(["Largest: ", Inlines.Value(most), $", {Named(most)}. "]);
        if (shown.MinBy(r => r.Value) is { Value: < 1 } least) words.AddRange(["Smallest: ", Inlines.Value(least), $", {Named(least)}. "]);
        return words;
    }

    /// <summary>Which cell is lowest on a metric and which is highest.</summary>
    /// <param name="cells">The cells of the chart.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="lowest">What the lowest is called, for example <c>Fastest is</c>.</param>
    /// <param name="highest">What the highest is called; “is” follows.</param>
    public static IReadOnlyList<Inline> Extremes(IEnumerable<Cell> cells, string metric, string lowest, string highest)
    {
        var known = cells.Where(c => c.Find(metric) is { Withheld: false }).OrderBy(c => c.Find(metric)!.Value).ToList();
        if (known.Count == 0) return [];
        if (known.Count == 1) return [$"{Named(known[0])}: ", Value(known[0]), ". "];
        return [$"{lowest} {Named(known[0])}, ", Value(known[0]), $". {highest} is {Named(known[^1])}, ", Value(known[^1]), ". "];

        Inline Value(Cell cell) => Inlines.Value(cell, cell.Find(metric)!);
    }

    /// <summary>The same of starts, in the one state and at the one observation point that most targets share.</summary>
    public static IReadOnlyList<Inline> Starts(IReadOnlyList<Cell> cells)
    {
        var shared = cells.GroupBy(c => (c.State, c.Observation)).OrderByDescending(g => g.Count()).ThenByDescending(g => Scenarios.StartStates.Order(g.Key.State)).First();
        return [$"From {shared.Key.State}: ", .. Extremes(shared, Metrics.Median, "fastest is", "Slowest")];
    }

    /// <summary>The same at the median and in the tail, where it is worth a sentence whether the order holds.</summary>
    public static IReadOnlyList<Inline> Tail(IReadOnlyList<Cell> cells)
    {
        var whole = cells.Where(c => c.Find(Metrics.P50) is { Withheld: false } && c.Find(Metrics.P99) is { Withheld: false }).ToList();
        if (whole.Count == 0) return Extremes(cells, Metrics.P50, "Lowest at the median is", "Highest");
        if (whole.Count == 1) return Extremes(whole, Metrics.P99, "Lowest at 99 % is", "Highest");
        var middle = whole.MinBy(c => c.Find(Metrics.P50)!.Value)!;
        var tail = whole.MinBy(c => c.Find(Metrics.P99)!.Value)!;
        return middle == tail
            ? [$"{Named(middle)} answers fastest at the median (", Of(middle, Metrics.P50), ") and at 99 % (", Of(tail, Metrics.P99), "). "]
            : [$"At the median {Named(middle)} answers fastest (", Of(middle, Metrics.P50), $"), at 99 % {Named(tail)} does (", Of(tail, Metrics.P99), "): the order changes in the tail. "];

        static Inline Of(Cell cell, string metric) => Inlines.Value(cell, cell.Find(metric)!);
    }

    /// <summary>Whose blocks lie farthest apart.</summary>
    public static IReadOnlyList<Inline> Spread(IReadOnlyList<Cell> cells)
    {
        var widest = cells.Where(c => c.Find(Metrics.Median) is { Withheld: false, ByBlock.Count: > 1 }).MaxBy(c => Widest(c.Find(Metrics.Median)!));
        if (widest is null) return [];
        var ratio = Widest(widest.Find(Metrics.Median)!);
        return [$"The blocks of {Named(widest)} lie farthest apart: its slowest block’s median is ", new FigureInline($"{widest.Id}/{Metrics.Median}.spread", ratio, Quantity.Format(ratio, Figure.One) + "×"), " that of its fastest. "];
    }

    public static string Named(Cell cell) => cell.State == Scenarios.StartStates.None ? cell.Target : $"{cell.Target} ({cell.State})";

    private static double Widest(Figure figure) => Figure.Round(figure.ByBlock!.Values.Max() / figure.ByBlock!.Values.Min());

    private static string Named(Comparison c) => $"{c.Target} against {c.Reference} in the {MetricNames.Of(c)} of {c.Function} ({MetricNames.States(c)})";
}
