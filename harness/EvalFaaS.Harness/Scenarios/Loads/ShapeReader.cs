using System.Collections.Immutable;
using System.Globalization;
using EvalFaaS.Harness.Load;
using EvalFaaS.Model;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads the shape of a load: <c>constant</c>, or a mapping with one key, the shape's name.</summary>
/// <param name="problems">Collects what is wrong.</param>
/// <param name="folder">Where files that are named lie.</param>
internal sealed class ShapeReader(YamlProblems problems, string folder)
{
    private const double HighestLevel = 1000;

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["constant", "ramp", "step", "burst", "sine", "csv"];

    public LoadShape Read(YamlNode? node)
    {
        if (node is null or YamlScalarNode { Value: "constant" }) return new ConstantShape();
        if (node is not YamlMappingNode { Children.Count: 1 } mapping || mapping.Children.First() is not { Key: YamlScalarNode { Value: { } name }, Value: { } inner })
        {
            problems.Add(node, "'shape' is constant, or a mapping with one name, for example shape: { ramp: { from: 0.1, to: 1 } }. " + Known);
            return new ConstantShape();
        }

        if (name == "csv" && inner is YamlScalarNode { Value: { Length: > 0 } file }) return ReadTimes(file, 1, inner);
        if (!Names.Contains(name) || inner is not YamlMappingNode keys)
        {
            problems.Add(node, Names.Contains(name) ? $"'{name}' needs a mapping of its own, for example {Example(name)}." : $"unknown shape '{name}'.{NearestName.Suggestion(name, Names)} {Known}");
            return new ConstantShape();
        }

        var map = new YamlMap(keys, problems);
        var shape = Read(name, map);
        map.RejectOthers();
        if (shape.Peak <= 0) problems.Add(inner, "no level is above 0: not one request would be sent.");
        return shape;
    }

    private LoadShape Read(string name, YamlMap map) => name switch
    {
        "ramp" => new RampShape(Level(map, "from", "0.1"), Level(map, "to", "1"), Positive(map, "over")),
        "step" => new StepShape(Levels(map), Positive(map, "each")),
        "burst" => ReadBurst(map),
        "sine" => new SineShape(Required(map, "amplitude", 0, 1, "0.5"), Positive(map, "period") ?? Missing(map, "period", "10s")),
        "csv" => ReadTimes(map.RequiredText("file", "arrivals.csv"), map.Number("speed", 0.0001, 1_000_000) ?? 1, map.Find("file") ?? map.Node),
        _ => new ConstantShape(),
    };

    private BurstShape ReadBurst(YamlMap map)
    {
        var every = Positive(map, "every") ?? Missing(map, "every", "10s");
        var width = Positive(map, "width") ?? Missing(map, "width", "1s");
        if (width >= every && map.Has("width") && map.Has("every")) problems.Add(map.Find("width")!, "'width' must be shorter than 'every'.");
        return new BurstShape(Level(map, "base", "0.1"), Level(map, "burst", "5"), every, width);
    }

    private LoadShape ReadTimes(string file, double speed, YamlNode where)
    {
        if (file.Length == 0) return new ConstantShape();
        try
        {
            return new TimestampShape(file, [.. TimestampFile.Read(Path.Combine(folder, file), speed)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problems.Add(where, e.Message);
            return new ConstantShape();
        }
    }

    private ImmutableArray<double> Levels(YamlMap map)
    {
        var levels = ImmutableArray.CreateBuilder<double>();
        foreach (var node in map.List("levels"))
            if (node is YamlScalarNode { Value: { } text } && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) && level is >= 0 and <= HighestLevel) levels.Add(level);
            else problems.Add(node, $"a level is a number from 0 to {HighestLevel}, a multiple of the rate.");
        if (map.List("levels").Count == 0) problems.Add(map.Find("levels") ?? map.Node, "'levels' is missing or empty, for example levels: [0.25, 0.5, 1]");
        return levels.Count == 0 ? [1] : levels.ToImmutable();
    }

    private double Level(YamlMap map, string key, string example) => Required(map, key, 0, HighestLevel, example);

    private double Required(YamlMap map, string key, double minimum, double maximum, string example)
    {
        if (!map.Has(key)) problems.Add(map.Node, $"'{key}' is missing, for example {key}: {example}");
        return map.Number(key, minimum, maximum) ?? 1;
    }

    private TimeSpan? Positive(YamlMap map, string key)
    {
        var duration = map.Duration(key);
        if (duration <= TimeSpan.Zero) problems.Add(map.Find(key)!, $"'{key}' must be longer than nothing.");
        return duration <= TimeSpan.Zero ? TimeSpan.FromSeconds(1) : duration;
    }

    private TimeSpan Missing(YamlMap map, string key, string example)
    {
        if (!map.Has(key)) problems.Add(map.Node, $"'{key}' is missing, for example {key}: {example}");
        return TimeSpan.FromSeconds(1);
    }

    private static string Example(string name) => name switch
    {
        "ramp" => "ramp: { from: 0.1, to: 1 }",
        "step" => "step: { levels: [0.25, 0.5, 1] }",
        "burst" => "burst: { base: 0.1, burst: 5, every: 10s, width: 1s }",
        "sine" => "sine: { amplitude: 0.5, period: 10s }",
        _ => "csv: arrivals.csv",
    };

    private static string Known => $"Known: {string.Join(", ", Names)}.";
}
