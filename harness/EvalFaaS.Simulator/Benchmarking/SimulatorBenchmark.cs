using EvalFaaS.Model;
using EvalFaaS.Policies;
using EvalFaaS.Simulator.Comparing;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Results;
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
        return Timed(workers, clock, () => FunctionSimulation.Run(Model, Workload, _ => new FixedKeepAlive(new FixedKeepAliveOptions()), plan));
    }

    /// <summary>Measures on the functions of a trace, each kept for ten minutes, over the trace's whole time.</summary>
    /// <param name="functions">The functions.</param>
    /// <param name="workers">Threads.</param>
    /// <param name="each">Replications of each thread.</param>
    /// <param name="clock">The clock.</param>
    public static SimulatorSpeed Measure(IReadOnlyList<SimulatedFunction> functions, int workers, int each, TimeProvider clock)
    {
        var plan = new RunPlan { Seconds = functions.Max(f => f.Workload.End), Replications = workers * each, Workers = workers };
        return Timed(workers, clock, () => PolicyRun.Run(functions, (_, _) => new FixedKeepAlive(new FixedKeepAliveOptions()), plan));
    }

    private static SimulatorSpeed Timed(int workers, TimeProvider clock, Func<SimulationResult> run)
    {
        var begin = clock.GetTimestamp();
        var arrivals = run().Total.Arrivals;
        var seconds = clock.GetElapsedTime(begin).TotalSeconds;
        return new SimulatorSpeed(workers, arrivals, seconds, arrivals / seconds);
    }
}

/// <summary>What was measured.</summary>
/// <param name="Workers">Threads.</param>
/// <param name="Invocations">Invocations simulated.</param>
/// <param name="Seconds">Time that it took.</param>
/// <param name="InvocationsPerSecond">The rate.</param>
public sealed record SimulatorSpeed(int Workers, long Invocations, double Seconds, double InvocationsPerSecond);
