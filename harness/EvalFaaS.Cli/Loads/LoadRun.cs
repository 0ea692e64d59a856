using System.Net.Sockets;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.StandaloneLoad;

namespace EvalFaaS.Cli.Loads;

/// <summary>Runs a load while somebody looks at it.</summary>
internal static class LoadRun
{
    public static async Task<LoadSummary> RunAsync(LoadPlan plan, double? askedPerSecond, ILoadView? view, string? folder, CancellationToken cancellation)
    {
        var recorder = new LoadRecorder();
        var clock = new MonotonicClock(TimeProvider.System);
        LoadResult result;
        try
        {
            await GeneratorWarmUp.RunAsync(clock, cancellation);
            var running = LoadGenerator.RunAsync(plan with { Sink = recorder }, clock, cancellation);
            if (view is not null) await view.ShowAsync(recorder, plan.Duration, running);
            result = await running;
        }
        catch (SocketException e)
        {
            throw new IOException($"nobody answers at {plan.Requests[0].Address}: {e.Message}.");
        }

        var summary = LoadSummary.Of(recorder, result, askedPerSecond, scheduled: plan.Arrivals is not null || plan.Think is not null);
        if (folder is null) return summary;
        Directory.CreateDirectory(folder);
        recorder.WriteLatencies(Path.Combine(folder, "latency.hgrm"));
        await File.WriteAllTextAsync(Path.Combine(folder, "load.json"), Output.ToJson(summary) + "\n", CancellationToken.None);
        return summary;
    }
}
