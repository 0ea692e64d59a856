using System.Globalization;

namespace EvalFaaS.Harness.Reports;

/// <summary>Prints numbers with three significant digits and a unit that fits.</summary>
public static class Quantity
{
    private static readonly (double Size, string Name)[] Times = [(1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1, "ns")];
    private static readonly (double Size, string Name)[] Sizes = [(1e9, "GB"), (1e6, "MB"), (1e3, "kB"), (1, "B")];

    /// <summary>A number with its unit, for example <c>85.3 µs</c>.</summary>
    public static string Format(double value, string unit)
    {
        var scale = ScaleOf(value, unit);
        return Number(value / scale.Size, DecimalsOf(value / scale.Size)) + (scale.Name.Length == 0 ? "" : "\u00a0" + scale.Name);
    }

    /// <summary>The same without zeros that say nothing, for axes.</summary>
    public static string FormatTick(double value, string unit)
    {
        var scale = ScaleOf(value, unit);
        return (value / scale.Size).ToString("#,0.####", CultureInfo.InvariantCulture) + (scale.Name.Length == 0 ? "" : "\u00a0" + scale.Name);
    }

    /// <summary>The two ends of an interval in the unit and to the decimals of its estimate.</summary>
    public static (string Low, string High) FormatEnds(double value, double low, double high, string unit)
    {
        var scale = ScaleOf(value, unit);
        var decimals = DecimalsOf(value / scale.Size);
        // Where an end would print like the estimate, one more decimal shows that there is an interval.
        if (Number(low / scale.Size, decimals) == Number(high / scale.Size, decimals)) decimals++;
        return (Number(low / scale.Size, decimals), Number(high / scale.Size, decimals));
    }

    /// <summary>A level of a sweep with its unit, for example <c>80 %</c> or <c>16 connections</c>.</summary>
    public static string FormatLevel(double level, string unit) => unit is Figure.Bytes or Figure.Nanoseconds or Figure.PerSecond
        ? FormatTick(level, unit)
        : FormatTick(level, Figure.One) + (unit.Length == 0 ? "" : "\u00a0" + unit);

    /// <summary>The same for an axis that names the unit itself.</summary>
    public static string FormatTickLevel(double level, string unit) => unit is Figure.Bytes or Figure.Nanoseconds or "%" ? FormatLevel(level, unit) : FormatTick(level, Figure.One);

    /// <summary>A whole number with separators of thousands.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static (double Size, string Name) ScaleOf(double value, string unit) => unit switch
    {
        Figure.Nanoseconds => Choose(Times, value),
        Figure.Bytes => Choose(Sizes, value),
        Figure.PerSecond => (1, "/s"),
        [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'] => (1, unit), // A currency.
        _ => (1, ""),
    };

    private static (double Size, string Name) Choose((double Size, string Name)[] scales, double value)
    {
        foreach (var scale in scales)
            if (Math.Abs(value) >= scale.Size * 0.9995) return scale;
        return scales[^1];
    }

    private static int DecimalsOf(double scaled)
    {
        var magnitude = Math.Abs(scaled);
        if (magnitude == 0) return 0;
        return Math.Clamp(2 - (int)Math.Floor(Math.Log10(magnitude * 1.0005)), 0, 4);
    }

    private static string Number(double scaled, int decimals)
    {
        if (decimals == 0 && Math.Abs(scaled) >= 1000)
        {
            var step = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(scaled))) - 2);
            scaled = Math.Round(scaled / step) * step;
        }
        var text = scaled.ToString("#,0" + (decimals > 0 ? "." + new string('0', decimals) : ""), CultureInfo.InvariantCulture);
        return text.StartsWith('-') ? "\u2212" + text[1..] : text;
    }
}
