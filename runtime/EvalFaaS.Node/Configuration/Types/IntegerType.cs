using System.Globalization;
using System.Text.Json.Nodes;

namespace EvalFaaS.Node.Configuration;

/// <summary>A whole number.</summary>
internal sealed class IntegerType(int minimum, int maximum) : SettingType<int>
{
    public override string Description => string.Create(CultureInfo.InvariantCulture, $"whole number, {minimum:N0} to {maximum:N0}");

    public override int Parse(string text) =>
        !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? throw new FormatException($"'{text}' is no whole number.")
            : value >= minimum && value <= maximum
                ? (int)value
                : throw new FormatException($"'{text}' is out of range; {minimum} to {maximum} is allowed.");

    public override string Format(int value) => value.ToString(CultureInfo.InvariantCulture);

    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum };
}
