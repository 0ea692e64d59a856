using System.Net.Sockets;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.StandaloneLoad;
using EvalFaaS.Loop.Recordings;

namespace EvalFaaS.Loop.Replaying;

/// <summary>Sends a slice to a fleet, open-loop: each call at its time, whatever became of the ones before it.</summary>
public static class Replay
{
    /// <summary>Sends it.</summary>
    /// <param name="slice">The calls; function i of it is function i of the fleet.</param>
    /// <param name="fleet">Where they go.</param>
    /// <param name="connections">Connections to each address.</param>
    /// <param name="timeout">How long an answer may take.</param>
    /// <param name="watch">Looks on while it runs; null where nobody does.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="IOException">Nobody answers at an address.</exception>
    public static async Task<ReplayResult> RunAsync(Slice slice, Fleet fleet, int connections, TimeSpan timeout, Func<LoadRecorder, TimeSpan, Task, Task>? watch, CancellationToken cancellation)
    {
        var recorder = new ReplayRecorder(slice.Calls.Count);
        recorder.Reserve();
        var plan = new LoadPlan
        {
            Requests = fleet.Requests,
            Arrivals = new ListedArrivals([.. slice.Calls.Select(c => (long)(c.AtSeconds * 1e9))], [.. slice.Calls.Select(c => c.Function)]),
            Duration = TimeSpan.FromSeconds(slice.Seconds) + TimeSpan.FromMilliseconds(1),
            Connections = connections,
            Timeout = timeout,
            Core = fleet.Machine.Cores.Generator,
            Sink = recorder,
        };
        await GeneratorWarmUp.RunAsync(fleet.Machine.Clock, cancellation);
        await fleet.UnloadAsync(cancellation);
        try
        {
            var running = LoadGenerator.RunAsync(plan, fleet.Machine.Clock, cancellation);
            if (watch is not null) await watch(recorder.Counts, plan.Duration, running);
            var load = await running;
            var samples = recorder.Ordered();
            return new ReplayResult(
                LoadSummary.Of(recorder.Counts, load, slice.Calls.Count / slice.Seconds, scheduled: true), StartCount.Of(samples, fleet.Functions[0].Served!.State), samples, load.BeginNs, recorder.Counts);
        }
        catch (SocketException e)
        {
            throw new IOException($"nobody answers at {plan.Requests[0].Address}: {e.Message}.");
        }
    }
}

/// <summary>What a replay came to.</summary>
/// <param name="Load">As a load by itself tells it: rates, failures, latencies from the intended start, schedule fidelity.</param>
/// <param name="Starts">In which states the calls found their functions.</param>
/// <param name="Samples">Every request, in the order of intended times.</param>
/// <param name="BeginNs">When it began, ns on the clock of the samples.</param>
/// <param name="Counts">The latencies as they are written.</param>
public sealed record ReplayResult(LoadSummary Load, IReadOnlyList<StartCount> Starts, IReadOnlyList<LoadSample> Samples, long BeginNs, LoadRecorder Counts);
