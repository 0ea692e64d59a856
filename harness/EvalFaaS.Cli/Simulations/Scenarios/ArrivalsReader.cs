using System.Globalization;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Model;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Workloads;
using YamlDotNet.RepresentationModel;
using Workload = EvalFaaS.Simulator.Workloads.Workload;

namespace EvalFaaS.Cli.Simulations.Scenarios;

/// <summary>Reads when a function is called: a mapping with one key, the kind of arrivals.</summary>
/// <param name="problems">Collects what is wrong.</param>
/// <param name="folder">Where files that are named lie.</param>
internal sealed class ArrivalsReader(YamlProblems problems, string folder)
{
    private const double MostRate = 1e9;
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> Names { get; } = ["poisson", "gaps", "bursts", "times"];
    private readonly LawReader _laws = new(problems);
    private readonly QuantityReader _quantities = new(problems);

    /// <summary>The arrivals, or null where they are wrong.</summary>
    public Workload? Read(YamlNode? node)
    {
        if (node is not YamlMappingNode { Children.Count: 1 } mapping || mapping.Children.First() is not { Key: YamlScalarNode { Value: { } name }, Value: { } inner })
            return Wrong(node, "'arrivals' is a mapping with one name, for example arrivals: { poisson: 2 }, with 2 calls a second. " + Known);
        return name switch
        {
            "poisson" => Number(inner) is > 0 and <= MostRate and var rate ? RenewalWorkload.Poisson(rate) : Wrong(inner, "'poisson' needs its rate, calls a second above 0, for example poisson: 2"),
            "gaps" => _laws.Read(inner) is { } law ? law.Mean > 0 ? new RenewalWorkload(law) : Wrong(inner, "gaps must be longer than nothing on average.") : null,
            "bursts" => Bursts(inner),
            "times" => Times(inner),
            _ => Wrong(node, $"unknown arrivals '{name}'.{NearestName.Suggestion(name, Names)} {Known}"),
        };
    }

    private BurstWorkload? Bursts(YamlNode node)
    {
        var states = new List<(double Rate, double Mean)>();
        foreach (var item in (node as YamlSequenceNode)?.Children ?? [])
        {
            if (item is not YamlMappingNode keys) continue;
            var map = new YamlMap(keys, problems);
            var (rate, mean) = (map.Number("rate", 0, MostRate), _quantities.PositiveSeconds(map, "mean"));
            map.RejectOthers();
            if (rate is { } r && mean is { } m) states.Add((r, m));
        }

        if (states.Count > 1 && states.Any(s => s.Rate > 0)) return new BurstWorkload(states);
        Wrong(node, "'bursts' is a list of at least two states, one at least with calls, for example bursts: [{ rate: 20, mean: 10s }, { rate: 0, mean: 50s }]");
        return null;
    }

    private RecordedWorkload? Times(YamlNode node)
    {
        if (node is not YamlScalarNode { Value: { Length: > 0 } file })
        {
            Wrong(node, "'times' names a file with a call a line, its time in seconds first, for example times: calls.csv");
            return null;
        }

        try
        {
            var recording = CallFile.Read(Path.Combine(folder, file));
            if (recording.Functions.Count > 1) Wrong(node, $"{file} has the calls of {recording.Functions.Count} functions: make each a function with 'trace: {file}' in place of 'arrivals'.");
            return new RecordedWorkload([.. recording.Calls.Select(c => c.At)], recording.HasDurations ? [.. recording.Calls.Select(c => c.Duration)] : null, recording.Seconds);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Wrong(node, wrong.Message);
            return null;
        }
    }

    private static double? Number(YamlNode node) =>
        node is YamlScalarNode { Value: { } text } && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Workload? Wrong(YamlNode? node, string message)
    {
        if (node is not null) problems.Add(node, message);
        return null;
    }

    private static string Known => $"Known: {string.Join(", ", Names)}.";
}
