using System.Net;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.StandaloneLoad;

/// <summary>What the generator can do on this machine, against a server that does nothing.</summary>
/// <param name="CeilingPerSecond">Right answers a second in a closed loop, one thread.</param>
/// <param name="CeilingCpu">Share of a processor that its thread used then.</param>
/// <param name="NsPerRequest">CPU time of the generator for each request then.</param>
/// <param name="ScheduledPerSecond">The rate at which the schedule was looked at.</param>
/// <param name="Schedule">How late it was at that rate.</param>
/// <param name="ScheduledCpu">Share of a processor that its thread used then; most of it waits, awake, for the next start.</param>
/// <param name="Withheld">What the machine gave the generator's thread then, and what it withheld: lateness that is none of the generator's.</param>
/// <param name="SharedCore">Whether generator and server had to share a core.</param>
public sealed record GeneratorSelfTest(
    double CeilingPerSecond, double CeilingCpu, double NsPerRequest, double ScheduledPerSecond, ScheduleFidelity Schedule, double ScheduledCpu, ThreadAccount Withheld, bool SharedCore)
{
    private const int Connections = 16;

    /// <summary>Measures it.</summary>
    /// <param name="perSecond">The rate at which the schedule is looked at.</param>
    /// <param name="duration">How long each of the two loads lasts.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<GeneratorSelfTest> RunAsync(double perSecond, TimeSpan duration, MonotonicClock clock, CancellationToken cancellation)
    {
        var cores = CpuSet.OfMachine();
        using var server = new CannedServer(new IPEndPoint(IPAddress.Loopback, 0), cores.Shared ? null : cores.Targets[0]);
        var closed = new LoadPlan
        {
            Requests = [new LoadRequest { Address = server.Address, Bytes = HttpRequestBytes.Build("GET", "/", [], []), ExpectedBody = "ok"u8.ToArray() }],
            Connections = Connections,
            Duration = duration,
            Core = cores.Generator,
        };
        var rate = new PiecewiseRate([new RateSegment(1, perSecond, perSecond)], repeats: false);
        // The first loads are for the just-in-time compiler.
        await RunAsync(closed, clock, cancellation);
        await RunAsync(closed with { Arrivals = RateArrivals.Even(rate), Duration = duration / 4 }, clock, cancellation);
        var (ceiling, _) = await RunAsync(closed, clock, cancellation);
        var (open, account) = await RunAsync(closed with { Arrivals = RateArrivals.Even(rate) }, clock, cancellation);
        return new GeneratorSelfTest(
            ceiling.AnsweredPerSecond, ceiling.GeneratorCpu, ceiling.GeneratorCpu * 1e9 / ceiling.AnsweredPerSecond, perSecond, open.Schedule ?? default, open.GeneratorCpu, account, cores.Shared);
    }

    private static async Task<(LoadSummary Summary, ThreadAccount Account)> RunAsync(LoadPlan plan, MonotonicClock clock, CancellationToken cancellation)
    {
        var recorder = new LoadRecorder();
        var result = await LoadGenerator.RunAsync(plan with { Sink = recorder }, clock, cancellation);
        var summary = LoadSummary.Of(recorder, result, null, scheduled: plan.Arrivals is not null);
        return (summary, result.Generator);
    }
}
