using System.Globalization;

namespace EvalFaaS.Harness.Statistics;

/// <summary>The difference that is too small to matter, set before anything is compared: a ratio from 1/(1 + share) to 1 + share.</summary>
/// <param name="Share">The share, above 0 and below 1; 0.05 for 5 %.</param>
public readonly record struct Margin(double Share)
{
    /// <summary>Its logarithm: the same to either side.</summary>
    public double Log => Math.Log(1 + Share);

    /// <summary><c>5%</c> or <c>0.05</c>.</summary>
    /// <exception cref="FormatException">It is neither, or not above 0 and below 1.</exception>
    public static Margin Parse(string text)
    {
        var percent = text.TrimEnd().EndsWith('%');
        if (double.TryParse(percent ? text.TrimEnd()[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && (percent ? number / 100 : number) is > 0 and < 1 and var share) return new Margin(share);
        throw new FormatException($"'{text}' is no margin; write for example 5% or 0.05 (above 0, below 100 %).");
    }

    /// <inheritdoc/>
    public override string ToString() => (Share * 100).ToString("G4", CultureInfo.InvariantCulture) + " %";
}
