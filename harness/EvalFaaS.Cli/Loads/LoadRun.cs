using System.Net;
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
            await WarmUpAsync(clock, cancellation);
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

    /// <summary>The generator's own code is compiled when it first runs: that is not the target's time.</summary>
    private static async Task WarmUpAsync(MonotonicClock clock, CancellationToken cancellation)
    {
        using var server = new CannedServer(new IPEndPoint(IPAddress.Loopback, 0), core: null);
        var rate = new PiecewiseRate([new RateSegment(1, 20_000, 20_000)], repeats: false);
        var plan = new LoadPlan
        {
            Requests = [new LoadRequest { Address = server.Address, Bytes = HttpRequestBytes.Build("GET", "/", [], []) }],
            Arrivals = RateArrivals.Poisson(rate, new Random(1)),
            Duration = TimeSpan.FromMilliseconds(300),
            Sink = new LoadRecorder(),
        };
        await LoadGenerator.RunAsync(plan, clock, cancellation);
    }
}
