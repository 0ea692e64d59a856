namespace EvalFaaS.Harness.Reports;

/// <summary>Makes pieces of text of figures.</summary>
internal static class Inlines
{
    public static IReadOnlyList<Inline> Empty { get; } = [];

    public static IReadOnlyList<Inline> Of(params IReadOnlyList<Inline> parts) => parts;

    /// <summary>The estimate of a figure.</summary>
    public static Inline Value(Cell cell, Figure figure) => new FigureInline($"{cell.Id}/{figure.Metric}", figure.Value, Quantity.Format(figure.Value, figure.Unit));

    /// <summary>The estimate, a dash where there is none, or that it is withheld.</summary>
    public static IReadOnlyList<Inline> Shown(Cell cell, Figure? figure) => figure switch
    {
        null => Of(new QuietInline("–")),
        { Withheld: true } => Of(new QuietInline("withheld")),
        _ => Of(Value(cell, figure)),
    };

    /// <summary>Its interval, or why there is none.</summary>
    public static IReadOnlyList<Inline> Ends(Cell cell, Figure figure) => figure is { Low: { } low, High: { } high }
        ? Ends($"{cell.Id}/{figure.Metric}", figure.Value, low, high, figure.Unit)
        : Of(new QuietInline((figure.Note ?? "").Split(':')[0]));

    /// <summary>The estimate of a comparison.</summary>
    public static Inline Value(Comparison comparison) => new FigureInline(comparison.Id, comparison.Value, Format(comparison) + (comparison.Form == Comparison.Ratio ? "×" : ""));

    /// <summary>Its interval.</summary>
    public static IReadOnlyList<Inline> Ends(Comparison comparison) => Ends(comparison.Id, comparison.Value, comparison.Low, comparison.High, comparison.Unit);

    /// <summary>Estimate and interval in one, for sentences.</summary>
    public static IEnumerable<Inline> WithEnds(Comparison comparison) => [Value(comparison), " [", .. Ends(comparison), "]"];

    /// <summary>Estimate and interval in one, for sentences.</summary>
    public static IEnumerable<Inline> WithEnds(Cell cell, Figure figure) => figure.Low is null ? [Value(cell, figure)] : [Value(cell, figure), " [", .. Ends(cell, figure), "]"];

    /// <summary>A count with its identity.</summary>
    public static Inline Count(string id, long value) => new FigureInline(id, value, Quantity.Count(value));

    private static string Format(Comparison comparison) => Quantity.Format(comparison.Value, comparison.Unit);

    /// <summary>An interval of a number with an identity, or nothing where there is none.</summary>
    public static IReadOnlyList<Inline> Ends(string id, double? value, double? low, double? high, string unit) => value is { } v && low is { } l && high is { } h ? Ends(id, v, l, h, unit) : [new QuietInline("–")];

    /// <summary>A number with an identity, or a dash where there is none.</summary>
    public static Inline Value(string id, double? value, string unit, string after = "") => value is { } v ? new FigureInline(id, v, Quantity.Format(v, unit) + after) : new QuietInline("–");

    private static IReadOnlyList<Inline> Ends(string id, double value, double low, double high, string unit)
    {
        var (lowText, highText) = Quantity.FormatEnds(value, low, high, unit);
        return [new FigureInline(id + ".low", low, lowText), "\u2009–\u2009", new FigureInline(id + ".high", high, highText)];
    }
}
