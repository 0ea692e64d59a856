using System.Globalization;
using System.Text.Json.Nodes;

namespace EvalFaaS.Node.Configuration;

/// <summary>A length of time: <c>250us</c>, <c>10ms</c>, <c>1.5s</c>, <c>2m</c>, <c>1h</c>.</summary>
internal sealed class DurationType(TimeSpan minimum, TimeSpan maximum) : SettingType<TimeSpan>
{
    // ms and us before s and m: the longer unit decides.
    private static readonly (string Suffix, long Ticks)[] Units =
    [
        ("us", TimeSpan.TicksPerMicrosecond), ("ms", TimeSpan.TicksPerMillisecond),
        ("s", TimeSpan.TicksPerSecond), ("m", TimeSpan.TicksPerMinute), ("h", TimeSpan.TicksPerHour),
    ];

    public override string Description => $"duration, {Format(minimum)} to {Format(maximum)}";

    public override TimeSpan Parse(string text)
    {
        var value = Read(text.Trim());
        return value >= minimum && value <= maximum
            ? value
            : throw new FormatException($"'{text}' is out of range; {Format(minimum)} to {Format(maximum)} is allowed.");
    }

    public override string Format(TimeSpan value)
    {
        for (var i = Units.Length - 1; i > 0; i--)
            if (value.Ticks % Units[i].Ticks == 0 && value != TimeSpan.Zero) return $"{value.Ticks / Units[i].Ticks}{Units[i].Suffix}";
        return value == TimeSpan.Zero ? "0s" : $"{value.Ticks / Units[0].Ticks}us";
    }

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = @"^[0-9]+(\.[0-9]+)?\s*(us|ms|s|m|h)$" };

    private static TimeSpan Read(string text)
    {
        foreach (var (suffix, ticks) in Units)
        {
            if (!text.EndsWith(suffix, StringComparison.Ordinal)) continue;
            if (decimal.TryParse(text[..^suffix.Length].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number < 1_000_000_000)
                return TimeSpan.FromTicks((long)Math.Min(number * ticks, long.MaxValue / 2));
        }

        throw new FormatException($"'{text}' is no duration; write a number with us, ms, s, m or h, for example 10s.");
    }
}
