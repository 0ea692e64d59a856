using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Model;
using EvalFaaS.Simulator.Laws;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Cli.Simulations.Scenarios;

/// <summary>Reads the law of a time: a time that is always the same, or a mapping with one key, the law's name.</summary>
internal sealed class LawReader(YamlProblems problems)
{
    private const double MostShape = 1e6;
    private readonly QuantityReader _quantities = new(problems);

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["constant", "exponential", "lognormal", "gamma", "erlang", "hyperexponential", "weibull", "uniform", "empirical", "shifted"];

    /// <summary>The law, or null where it is wrong.</summary>
    public Law? Read(YamlNode node)
    {
        if (_quantities.Seconds(node) is { } always) return new ConstantLaw(always);
        if (node is not YamlMappingNode { Children.Count: 1 } mapping || mapping.Children.First() is not { Key: YamlScalarNode { Value: { } name }, Value: { } inner })
            return Wrong(node, "a law is a time such as 250ms, or a mapping with one name, for example { lognormal: { mean: 120ms, scv: 2 } }. " + Known);
        if (!Names.Contains(name)) return Wrong(node, $"unknown law '{name}'.{NearestName.Suggestion(name, Names)} {Known}");
        if (_quantities.Seconds(inner) is { } mean && name is "constant" or "exponential") return Made(inner, () => name == "constant" ? new ConstantLaw(mean) : new ExponentialLaw(mean));
        if (inner is not YamlMappingNode keys) return Wrong(inner, $"'{name}' needs a mapping of its own, for example {Example(name)}.");
        var map = new YamlMap(keys, problems);
        var law = Made(inner, () => Make(name, map));
        map.RejectOthers();
        return law;
    }

    private Law? Make(string name, YamlMap map) => name switch
    {
        "constant" => Of(Needed(map, name, "value"), value => new ConstantLaw(value)),
        "exponential" => Of(Needed(map, name, "mean"), mean => new ExponentialLaw(mean)),
        "lognormal" when map.Has("median") => Of(Needed(map, name, "median"), Shape(map, name, "sigma"), (median, sigma) => new LognormalLaw(median, sigma)),
        "lognormal" => Of(Needed(map, name, "mean"), Shape(map, name, "scv"), LognormalLaw.Of),
        "gamma" => Of(Needed(map, name, "mean"), Shape(map, name, "scv"), GammaLaw.Of),
        "erlang" => Of(Needed(map, name, "mean"), map.Integer("stages", 2, 1, 1000), (mean, stages) => GammaLaw.Erlang((int)stages, mean)),
        "hyperexponential" => Of(Needed(map, name, "mean"), Shape(map, name, "scv", 1.000001), HyperexponentialLaw.Of),
        "weibull" => Of(Needed(map, name, "scale"), Shape(map, name, "shape"), (scale, shape) => new WeibullLaw(shape, scale)),
        "uniform" => Of(Needed(map, name, "low"), Needed(map, name, "high"), (low, high) => new UniformLaw(low, high)),
        "shifted" => Shifted(map),
        _ => Empirical(map),
    };

    private static Law? Of(double? first, Func<double, Law> make) => first is { } a ? make(a) : null;

    private static Law? Of(double? first, double? second, Func<double, double, Law> make) => first is { } a && second is { } b ? make(a, b) : null;

    private ShiftedLaw? Shifted(YamlMap map)
    {
        var by = Needed(map, "shifted", "by");
        if (!map.Has("law")) problems.Add(map.Node, $"'law' is missing, for example {Example("shifted")}.");
        return map.Find("law") is { } node && Read(node) is { } law && by is { } offset ? new ShiftedLaw(offset, law) : null;
    }

    private EmpiricalLaw? Empirical(YamlMap map)
    {
        var values = map.List("values").Select(v => _quantities.Seconds(v) ?? Missing(v, "a value is a time such as 250ms.")).ToList();
        if (!map.Has("levels")) return EmpiricalLaw.Of(values);
        return new EmpiricalLaw([.. map.List("levels").Select(l => (l as YamlScalarNode)?.Value is { } text && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var level) ? level : Missing(l, "a level is a number from 0 to 1."))], values);
    }

    private double? Needed(YamlMap map, string name, string key)
    {
        if (!map.Has(key)) problems.Add(map.Node, $"'{key}' is missing, for example {Example(name)}.");
        return _quantities.Seconds(map, key);
    }

    private double? Shape(YamlMap map, string name, string key, double least = 1e-6)
    {
        if (!map.Has(key)) problems.Add(map.Node, $"'{key}' is missing, for example {Example(name)}.");
        return map.Number(key, least, MostShape);
    }

    private double Missing(YamlNode node, string message)
    {
        problems.Add(node, message);
        return 0;
    }

    // What parameters mean together, only the law itself knows.
    private Law? Made(YamlNode node, Func<Law?> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException wrong)
        {
            return Wrong(node, wrong.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private Law? Wrong(YamlNode node, string message)
    {
        problems.Add(node, message);
        return null;
    }

    private static string Known => $"Known: {string.Join(", ", Names)}.";

    private static string Example(string name) => name switch
    {
        "constant" => "constant: 250ms",
        "exponential" => "exponential: { mean: 2s }",
        "lognormal" => "lognormal: { mean: 120ms, scv: 2 } or lognormal: { median: 100ms, sigma: 0.5 }",
        "gamma" => "gamma: { mean: 120ms, scv: 0.5 }",
        "erlang" => "erlang: { stages: 3, mean: 120ms }",
        "hyperexponential" => "hyperexponential: { mean: 120ms, scv: 4 }",
        "weibull" => "weibull: { shape: 0.6, scale: 2s }",
        "uniform" => "uniform: { low: 10ms, high: 20ms }",
        "shifted" => "shifted: { by: 5ms, law: { exponential: 2ms } }",
        _ => "empirical: { values: [1ms, 2ms, 5ms] }",
    };
}
