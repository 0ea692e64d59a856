using System.Globalization;
using System.Text.Json.Nodes;

namespace EvalFaaS.Node.Configuration;

/// <summary>A number of bytes: <c>65536</c>, <c>64KiB</c>, <c>1.5GiB</c>.</summary>
internal sealed class SizeType(long minimum, long maximum) : SettingType<long>
{
    private static readonly (string Suffix, long Factor)[] Units =
        [("TiB", 1L << 40), ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10), ("B", 1)];

    public override string Description => $"size, {Format(minimum)} to {Format(maximum)}";

    public override long Parse(string text)
    {
        var bytes = Bytes(text.Trim());
        return bytes >= minimum && bytes <= maximum
            ? (long)bytes
            : throw new FormatException($"'{text}' is out of range; {Format(minimum)} to {Format(maximum)} is allowed.");
    }

    public override string Format(long value)
    {
        foreach (var (suffix, factor) in Units)
            if (factor > 1 && value != 0 && value % factor == 0) return $"{value / factor}{suffix}";
        return value.ToString(CultureInfo.InvariantCulture);
    }

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum },
            new JsonObject { ["type"] = "string", ["pattern"] = @"^[0-9]+(\.[0-9]+)?\s*([KMGT]iB|B)?$" }),
    };

    private static decimal Bytes(string text)
    {
        foreach (var (suffix, factor) in Units)
            if (text.EndsWith(suffix, StringComparison.Ordinal)) return Number(text[..^suffix.Length].TrimEnd(), text) * factor;
        return Number(text, text);
    }

    private static decimal Number(string digits, string text) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000_000_000m
            ? number
            : throw NoSize(text);

    private static FormatException NoSize(string text) =>
        new($"'{text}' is no size; write bytes or a number with KiB, MiB, GiB or TiB, for example 64MiB.");
}
