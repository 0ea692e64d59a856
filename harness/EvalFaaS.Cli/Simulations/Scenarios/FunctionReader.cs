using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Model;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Traces;
using EvalFaaS.Simulator.Workloads;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Cli.Simulations.Scenarios;

/// <summary>Reads the list of functions.</summary>
/// <param name="problems">Collects what is wrong.</param>
/// <param name="folder">Where files that are named lie.</param>
/// <param name="billing">How a platform would charge for a function of some memory.</param>
internal sealed class FunctionReader(YamlProblems problems, string folder, Func<double, Billing> billing)
{
    private static readonly string[] Orders = [.. Enum.GetNames<RequestOrder>().Select(ScenarioWords.Of)];
    private static readonly string[] Placements = [.. Enum.GetNames<Placement>().Select(ScenarioWords.Of)];
    private readonly QuantityReader _quantities = new(problems);
    private readonly LawReader _laws = new(problems);

    /// <summary>All functions.</summary>
    public IReadOnlyList<SimulatedFunction> Read(YamlMap root)
    {
        var functions = new List<SimulatedFunction>();
        foreach (var node in root.List("functions"))
            if (node is YamlMappingNode mapping) functions.AddRange(ReadOne(new YamlMap(mapping, problems)));
            else problems.Add(node, "a function is a mapping with 'name', 'arrivals' and 'service', or with 'trace'.");
        if (root.List("functions").Count == 0) problems.Add(root.Find("functions") ?? root.Node, "'functions' is missing or empty.");
        return [.. functions.Select(f => f with { Model = f.Model with { Billing = billing(f.Model.MemoryMiB) } })];
    }

    private IReadOnlyList<SimulatedFunction> ReadOne(YamlMap map)
    {
        var trace = map.Text("trace");
        var model = new FunctionModel();
        model = model with
        {
            Name = trace is null ? map.RequiredText("name", "thumbnail") : map.Text("name") ?? trace,
            Service = Law(map, "service") ?? model.Service,
            ColdStart = ReadColdStart(map),
            MemoryMiB = _quantities.PositiveMiB(map, "memory") ?? model.MemoryMiB,
            ImageMiB = _quantities.MiB(map, "image") ?? 0,
            PayloadMiB = _quantities.MiB(map, "payload") ?? 0,
            Deadline = _quantities.PositiveSeconds(map, "deadline") ?? model.Deadline,
            Concurrency = map.Integer("concurrency", 1, 1, 1_000_000),
            MaxInstances = Limit(map, "max_instances", 1, FunctionModel.Unlimited),
            QueueLimit = Limit(map, "queue", 0, 0),
            Order = ReadWord(map, "order", Orders, RequestOrder.NewestFirst),
            Lifetime = Law(map, "lifetime"),
        };
        if (trace is null && !map.Has("service")) problems.Add(map.Node, "'service' is missing, for example service: { exponential: 200ms }");
        var functions = trace is null ? Drawn(map, model) : FromTrace(map, model, trace);
        map.RejectOthers();
        return functions;
    }

    private IReadOnlyList<SimulatedFunction> Drawn(YamlMap map, FunctionModel model)
    {
        if (!map.Has("arrivals")) problems.Add(map.Node, "'arrivals' is missing, for example arrivals: { poisson: 2 }");
        var copies = map.Integer("copies", 1, 1, 1_000_000);
        if (new ArrivalsReader(problems, folder).Read(map.Find("arrivals")) is not { } workload) return [];
        return copies == 1 ? [new SimulatedFunction(model, workload)] : [.. Enumerable.Range(1, copies).Select(i => new SimulatedFunction(model with { Name = $"{model.Name}-{i}" }, workload))];
    }

    private IReadOnlyList<SimulatedFunction> FromTrace(YamlMap map, FunctionModel rest, string trace)
    {
        var placement = ReadWord(map, "placement", Placements, Placement.Poisson);
        try
        {
            var path = Path.Combine(folder, trace);
            return Directory.Exists(path) ? TraceFunctions.Of(TraceFolder.Read(path), rest, placement) : TraceFunctions.Of(CallFile.Read(path), rest);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            problems.Add(map.Find("trace")!, wrong.Message);
            return [];
        }
    }

    private ColdStart ReadColdStart(YamlMap map)
    {
        if (map.Find("cold_start") is not { } node) return ColdStart.None;
        if (node is not YamlMappingNode { Children.Count: > 0 } mapping || !mapping.Children.Keys.All(k => Phase(k) is not null)) return _laws.Read(node) is { } whole ? ColdStart.Of(whole) : ColdStart.None;
        var phases = new List<(Phase, Law)>();
        foreach (var (key, law) in mapping.Children)
            if (_laws.Read(law) is { } read) phases.Add((Phase(key)!.Value, read));
        return ColdStart.Of([.. phases]);
    }

    private Law? Law(YamlMap map, string key) => map.Find(key) is { } node ? _laws.Read(node) : null;

    private int Limit(YamlMap map, string key, int least, int normal) =>
        map.Text(key) == ScenarioWords.Unbounded ? FunctionModel.Unlimited : map.Integer(key, normal, least, FunctionModel.Unlimited, $", or '{ScenarioWords.Unbounded}'");

    private T ReadWord<T>(YamlMap map, string key, string[] words, T normal) where T : struct, Enum
    {
        if (map.Text(key) is not { } word) return normal;
        if (Array.IndexOf(words, word) is >= 0 and var at) return Enum.GetValues<T>()[at];
        problems.Add(map.Find(key)!, $"'{key}' must be {string.Join(", ", words)}, and '{word}' is none of them.{NearestName.Suggestion(word, words)}");
        return normal;
    }

    private static Phase? Phase(YamlNode key) => key is YamlScalarNode { Value: { Length: > 0 } word } && Enum.TryParse<Phase>(word, ignoreCase: true, out var phase) && !char.IsAsciiDigit(word[0]) ? phase : null;
}
