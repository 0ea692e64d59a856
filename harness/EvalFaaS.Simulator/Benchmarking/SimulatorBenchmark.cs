using EvalFaaS.Model;
using EvalFaaS.Policies;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Benchmarking;

/// <summary>How many invocations a second are simulated: 0.9 arrivals a second, about 2 s of exponential service, instances kept for ten minutes.</summary>
public static class SimulatorBenchmark
{
    private const double Rate = 0.9, Service = 2.016, Start = 0.147;

    /// <summary>The function of the benchmark: the experiment of SimFaaS's table at this rate.</summary>
    public static FunctionModel Model { get; } = new() { Service = new ExponentialLaw(Service), ColdStart = ColdStart.Of((Phase.Init, new ExponentialLaw(Start))) };

    /// <summary>Its invocations.</summary>
    public static Workload Workload { get; } = RenewalWorkload.Poisson(Rate);

    /// <summary>Measures.</summary>
    /// <param name="invocations">Invocations of each replication.</param>
    /// <param name="workers">Threads; each runs as many replications.</param>
    /// <param name="each">Replications of each thread.</param>
    /// <param name="clock">The clock.</param>
    public static SimulatorSpeed Measure(long invocations, int workers, int each, TimeProvider clock)
    {
        var plan = new RunPlan { Seconds = invocations / Rate, Replications = workers * each, Workers = workers };
        var begin = clock.GetTimestamp();
        var result = FunctionSimulation.Run(Model, Workload, _ => new FixedKeepAlive(new FixedKeepAliveOptions()), plan);
        var seconds = clock.GetElapsedTime(begin).TotalSeconds;
        return new SimulatorSpeed(workers, result.Total.Arrivals, seconds, result.Total.Arrivals / seconds);
    }
}

/// <summary>What was measured.</summary>
/// <param name="Workers">Threads.</param>
/// <param name="Invocations">Invocations simulated.</param>
/// <param name="Seconds">Time that it took.</param>
/// <param name="InvocationsPerSecond">The rate.</param>
public sealed record SimulatorSpeed(int Workers, long Invocations, double Seconds, double InvocationsPerSecond);
