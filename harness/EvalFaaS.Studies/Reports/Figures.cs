using System.Globalization;
using EvalFaaS.Harness.Reports;

namespace EvalFaaS.Studies.Reports;

/// <summary>Numbers of a study's page, each with an identity.</summary>
internal static class Figures
{
    /// <summary>A whole number.</summary>
    public static Inline Count(string id, double value) => new FigureInline(id, value, value.ToString("#,0", CultureInfo.InvariantCulture));

    /// <summary>A number with so many decimals; a dash where there is none.</summary>
    public static Inline Of(string id, double value, int decimals, string after = "") => double.IsNaN(value)
        ? new QuietInline("–")
        : new FigureInline(id, Rounded(value), value.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture).TrimEnd('.').Replace('-', '\u2212') + after);

    /// <summary>An interval's ends.</summary>
    public static IReadOnlyList<Inline> Ends(string id, double low, double high, int decimals) => [Of(id + ".low", low, decimals), "\u2009–\u2009", Of(id + ".high", high, decimals)];

    // Machines agree on ten digits.
    private static double Rounded(double value) => value == 0 || !double.IsFinite(value) ? value : double.Parse(value.ToString("G10", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
