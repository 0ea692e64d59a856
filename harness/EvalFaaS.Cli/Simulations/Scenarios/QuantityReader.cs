using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Policies;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Cli.Simulations.Scenarios;

/// <summary>Reads numbers with units, as the options of policies have them: <c>250ms</c>, <c>128MiB</c>, <c>0.5</c>.</summary>
internal sealed class QuantityReader(YamlProblems problems)
{
    private const string PerSecond = "/s";

    /// <summary>A time, 0 or more, seconds; null where the key is absent or wrong.</summary>
    public double? Seconds(YamlMap map, string key) => Read(map, key, Unit.Seconds, "a time such as 45us, 250ms, 2s, 3m or 1h");

    /// <summary>A time above 0.</summary>
    public double? PositiveSeconds(YamlMap map, string key) => Positive(map, key, Seconds(map, key));

    /// <summary>An amount of memory, MiB.</summary>
    public double? MiB(YamlMap map, string key) => Read(map, key, Unit.MiB, "an amount of memory such as 128MiB or 2GiB");

    /// <summary>An amount of memory above 0.</summary>
    public double? PositiveMiB(YamlMap map, string key) => Positive(map, key, MiB(map, key));

    /// <summary>A bandwidth, MiB a second, above 0.</summary>
    public double? MiBPerSecond(YamlMap map, string key)
    {
        const string What = "a bandwidth such as 100MiB/s";
        if (map.Text(key) is not { } text) return null;
        if (text.EndsWith(PerSecond, StringComparison.Ordinal) && Number(text[..^PerSecond.Length], Unit.MiB) is > 0 and var speed) return speed;
        problems.Add(map.Find(key)!, $"'{key}' must be {What}.");
        return null;
    }

    /// <summary>A probability.</summary>
    public double Share(YamlMap map, string key) => map.Number(key, 0, 1) ?? 0;

    /// <summary>A time that stands alone.</summary>
    public double? Seconds(YamlNode node) => node is YamlScalarNode { Value: { Length: > 0 } text } ? Number(text, Unit.Seconds) : null;

    private double? Read(YamlMap map, string key, Unit unit, string what)
    {
        if (map.Find(key) is not { } node) return null;
        if (node is YamlScalarNode { Value: { Length: > 0 } text } && Number(text, unit) is { } value) return value;
        problems.Add(node, $"'{key}' must be {what}.");
        return null;
    }

    private double? Positive(YamlMap map, string key, double? value)
    {
        if (value is 0) problems.Add(map.Find(key)!, $"'{key}' must be above 0.");
        return value is 0 ? null : value;
    }

    private static double? Number(string text, Unit unit) => Quantity.Read(text, typeof(double), unit) is double and >= 0 and < double.PositiveInfinity and var value ? value : null;
}
