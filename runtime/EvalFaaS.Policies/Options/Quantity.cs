using System.Globalization;

namespace EvalFaaS.Policies;

/// <summary>Writes and reads an option's value with its unit.</summary>
public static class Quantity
{
    private static readonly Dictionary<Unit, (string Suffix, double Factor)[]> Suffixes = new()
    {
        [Unit.Seconds] = [("us", 1e-6), ("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400)],
        [Unit.Share] = [("%", 0.01)],
        [Unit.MiB] = [("MiB", 1), ("GiB", 1024), ("TiB", 1024 * 1024)],
        [Unit.RequestsPerSecond] = [("/s", 1)],
    };

    /// <summary>A value with its unit, as one would write it.</summary>
    public static string Write(object value, Unit unit) => value switch
    {
        bool b => b ? "true" : "false",
        string { Length: 0 } => "(none)",
        string s => s,
        double.PositiveInfinity => "unbounded",
        IConvertible number => Convert.ToDouble(number, CultureInfo.InvariantCulture).ToString("0.##########", CultureInfo.InvariantCulture) + Word(unit),
        _ => value.ToString() ?? "",
    };

    /// <summary>Reads a value of a type; null where it is none.</summary>
    public static object? Read(string text, Type type, Unit unit)
    {
        if (type == typeof(string)) return text;
        if (type == typeof(bool)) return bool.TryParse(text, out var b) ? b : null;
        if (Number(text.Trim(), unit) is not { } number) return null;
        if (type == typeof(int)) return number == Math.Floor(number) && Math.Abs(number) < int.MaxValue ? (int)number : null;
        return number;
    }

    private static double? Number(string text, Unit unit)
    {
        if (text is "unbounded" or "infinity") return double.PositiveInfinity;
        var factor = 1.0;
        if (Suffixes.TryGetValue(unit, out var suffixes))
        {
            foreach (var (suffix, times) in suffixes)
            {
                if (!text.EndsWith(suffix, StringComparison.Ordinal) || text.Length <= suffix.Length || !char.IsAsciiDigit(text[^(suffix.Length + 1)])) continue;
                (text, factor) = (text[..^suffix.Length], times);
                break;
            }
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) ? number * factor : null;
    }

    private static string Word(Unit unit) => unit switch
    {
        Unit.Seconds => " s",
        Unit.MiB => " MiB",
        Unit.RequestsPerSecond => " /s",
        _ => "",
    };
}
