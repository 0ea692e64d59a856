using System.Globalization;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Durations as people write them: a number and <c>ms</c>, <c>s</c>, <c>m</c> or <c>h</c>, as in <c>250ms</c> or <c>1.5s</c>.</summary>
public static class DurationText
{
    /// <summary>Reads one.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var split = text.AsSpan().IndexOfAnyExceptInRange('.', '9');
        if (split <= 0) return false;
        double? milliseconds = text.AsSpan(split).Trim() switch
        {
            "ms" => 1,
            "s" => 1000,
            "m" => 60_000,
            "h" => 3_600_000,
            _ => null,
        };
        if (milliseconds is not { } factor) return false;
        if (!double.TryParse(text.AsSpan(0, split), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
        if (number * factor > TimeSpan.FromDays(7).TotalMilliseconds) return false;
        duration = TimeSpan.FromMilliseconds(number * factor);
        return true;
    }
}
