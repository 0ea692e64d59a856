using EvalFaaS.Model;
using EvalFaaS.Policies;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Streams;
using EvalFaaS.Simulator.Traces;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Loop.Optimising;

/// <summary>The history of a function of a trace, which counts calls and tells percentiles of their durations: moments and durations are drawn.</summary>
public static class TraceHistory
{
    /// <summary>The last calls of a busy function say enough.</summary>
    private const int MostCalls = 100_000;

    /// <summary>Reads it.</summary>
    /// <param name="folder">The trace's folder.</param>
    /// <param name="function">The function's hash, or its beginning.</param>
    /// <param name="load">What a call waits for where the code is not loaded, seconds.</param>
    /// <param name="instance">What it waits for a fresh instance, seconds.</param>
    /// <param name="codeMiB">Memory of the loaded code, MiB.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="TraceException">The trace is damaged, has no such function, or no call of it.</exception>
    public static FunctionHistory Read(string folder, string function, double load, double instance, double codeMiB, long seed)
    {
        var trace = TraceFolder.Read(folder);
        var number = Find(trace, folder, function);
        var found = trace.Functions[number];
        var simulated = TraceFunctions.Of(trace with { Functions = [found] }, ColdStart.None, Placement.Poisson)[0];
        var streams = new StreamFamily(seed, 0);
        var calls = Calls(simulated.Workload.Begin(simulated.Model.Service, streams.Of(StreamPurpose.Arrivals, number), streams.Of(StreamPurpose.Service, number))).ToList();
        if (calls.Count == 0) throw new TraceException(folder, $"the function {found.Key} is not called in this trace");
        var last = calls.TakeLast(MostCalls).ToList();
        return new FunctionHistory
        {
            Calls = [.. last.Select(c => c with { At = c.At - last[0].At })],
            Seconds = 60.0 * trace.Minutes - last[0].At,
            LoadSeconds = load,
            InstanceSeconds = instance,
            CodeMiB = codeMiB,
            InstanceMiB = simulated.Model.MemoryMiB,
            PeakMiB = found.Memory?.Percentiles[^1],
        };
    }

    private static int Find(Trace trace, string folder, string function)
    {
        var found = Enumerable.Range(0, trace.Functions.Count).Where(i => trace.Functions[i].Key.Function.StartsWith(function, StringComparison.Ordinal)).ToList();
        string[] names = [.. trace.Functions.Select(f => f.Key.ToString())];
        return found.Count switch
        {
            1 => found[0],
            0 => throw new TraceException(folder, $"there is no function '{function}' in this trace.{NearestName.Suggestion(function, names)} It has {string.Join(", ", names.Take(5))}{(names.Length > 5 ? ", ..." : "")}"),
            _ => throw new TraceException(folder, $"{found.Count} functions of this trace begin with '{function}': write more of the hash"),
        };
    }

    private static IEnumerable<PastCall> Calls(Arrivals arrivals)
    {
        while (arrivals.Next() is var at && double.IsFinite(at)) yield return new PastCall(at, arrivals.Work());
    }
}
