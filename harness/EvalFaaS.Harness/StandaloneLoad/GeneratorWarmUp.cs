using System.Net;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.StandaloneLoad;

/// <summary>Runs the generator against a server that does nothing: its own code is compiled when it first runs, and that is not the target's time.</summary>
public static class GeneratorWarmUp
{
    /// <summary>Runs it for a moment.</summary>
    public static async Task RunAsync(MonotonicClock clock, CancellationToken cancellation)
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
