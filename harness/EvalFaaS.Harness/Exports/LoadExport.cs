using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Exports;

/// <summary>Takes a load out of a suite.</summary>
public static class LoadExport
{
    /// <summary>Stands for the function's name in a target's URL.</summary>
    public const string FunctionPlace = "{function}";

    /// <summary>Takes it.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="measure">The measure's name; null: the first of latency, else of throughput.</param>
    /// <param name="library">The functions.</param>
    /// <param name="targetUrl">Where functions are served, with <see cref="FunctionPlace"/> for the name.</param>
    /// <param name="rate">The rate, where the measure's is a share of a capacity that only a run finds out.</param>
    /// <exception cref="ArgumentException">There is no such load; the message says why.</exception>
    public static ExportedLoad Of(Suite suite, string? measure, FunctionLibrary library, string targetUrl, double? rate)
    {
        var chosen = Choose(suite, measure);
        LoadSpec load = chosen is LatencyMeasure latency ? latency.Load : ((ThroughputMeasure)chosen).Load;
        return new ExportedLoad
        {
            Suite = suite.Name,
            Measure = chosen.Name,
            Load = load,
            RatePerSecond = load is OpenLoad open ? Rate(chosen, open, rate) : 0,
            Seed = suite.Seed,
            Neighbour = chosen.Neighbour?.Name,
            Requests = [.. chosen.Functions.SelectMany(f => f.Parts.Select(p => Request(p, Share(f, p), library, targetUrl)))],
        };
    }

    private static MeasureSpec Choose(Suite suite, string? name)
    {
        var loads = suite.Measures.Where(m => m is LatencyMeasure or ThroughputMeasure).ToList();
        if (loads.Count == 0) throw new ArgumentException($"The suite '{suite.Name}' has no measure of latency or throughput: there is no load to export.");
        if (name is null) return loads.Find(m => m is LatencyMeasure) ?? loads[0];
        return loads.Find(m => m.Name == name)
            ?? throw new ArgumentException($"The suite '{suite.Name}' has no load '{name}'.{NearestName.Suggestion(name, loads.Select(m => m.Name))} It has {string.Join(", ", loads.Select(m => m.Name))}.");
    }

    private static double Rate(MeasureSpec measure, OpenLoad load, double? rate) => rate ?? load.RatePerSecond
        ?? throw new ArgumentException($"The rate of '{measure.Name}' is a share of what the slowest target can do, which only a run finds out: say --rate R (requests a second).");

    /// <summary>Functions of a measure are measured one after the other; here they are asked together, all alike.</summary>
    private static double Share(Workload workload, MixedWorkload part) => part.Weight / workload.Parts.Sum(p => p.Weight);

    private static ExportedRequest Request(MixedWorkload part, double weight, FunctionLibrary library, string targetUrl)
    {
        var workload = part.Workload;
        var function = library.Find(workload.Function).Function;
        var @case = workload.Input is { } input ? function.Case(input) : function.DefaultCase;
        var body = @case.Request.Body?.ToBytes() ?? [];
        var expected = @case.Response.Body.ToBytes();
        var url = targetUrl.Replace(FunctionPlace, Uri.EscapeDataString(workload.Function), StringComparison.Ordinal);
        if (!Uri.TryCreate(url.TrimEnd('/') + (@case.Request.Target == "/" ? "" : @case.Request.Target), UriKind.Absolute, out var whole) || whole.Scheme is not ("http" or "https"))
            throw new ArgumentException($"'{targetUrl}' is no URL like http://127.0.0.1:8080/fn/{FunctionPlace}.");
        return new ExportedRequest(workload.Label, weight, whole, @case.Request, body, workload.Payload, @case.Response.Status, workload.Payload is null ? expected : null);
    }
}
