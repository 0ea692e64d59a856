using System.Globalization;
using EvalFaaS.Cli.Terminal;

namespace EvalFaaS.Cli.Commands;

/// <summary>Quantities as people write them on command lines.</summary>
internal static class Quantities
{
    private const double LongestHours = 1000;

    /// <summary><c>64MiB</c>, <c>64Mi</c>, <c>1GiB</c>, <c>65536</c>: bytes.</summary>
    public static long Bytes(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var unit = text[digits..].Trim();
        var factor = unit.ToUpperInvariant() switch
        {
            "" or "B" => 1L,
            "K" or "KI" or "KIB" => 1L << 10,
            "M" or "MI" or "MIB" => 1L << 20,
            "G" or "GI" or "GIB" => 1L << 30,
            _ => 0,
        };
        if (factor == 0 || !long.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > long.MaxValue / factor)
            throw new UsageException($"'{text}' is no amount of memory; write for example 64MiB.");
        return value * factor;
    }

    /// <summary><c>500ms</c>, <c>2s</c>, <c>1m</c>, <c>1.5</c> (seconds).</summary>
    public static TimeSpan Duration(string text)
    {
        var number = text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        double seconds = text[number..].Trim() switch
        {
            "ms" => 1e-3,
            "us" => 1e-6,
            "" or "s" => 1,
            "m" => 60,
            "h" => 3600,
            _ => 0,
        };
        if (seconds == 0 || !double.TryParse(text[..number], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value <= 0)
            throw new UsageException($"'{text}' is no duration; write for example 500ms or 2s.");
        if (value * seconds > LongestHours * 3600) throw new UsageException($"'{text}' is too long; a time limit is at most {LongestHours}h.");
        return TimeSpan.FromSeconds(value * seconds);
    }
}
