using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Workloads;

/// <summary>What invocations a function gets: immutable; each replication begins its own <see cref="Arrivals"/> of it.</summary>
public abstract class Workload
{
    /// <summary>Invocations a second in the long run; null where it is not known beforehand.</summary>
    public abstract double? Rate { get; }

    /// <summary>When the last invocation can come, seconds; infinite where it goes on for ever.</summary>
    public virtual double End => double.PositiveInfinity;

    /// <summary>How many invocations are expected until a moment, as far as it is known.</summary>
    /// <param name="seconds">The moment.</param>
    public virtual double ExpectedUntil(double seconds) => (Rate ?? 0) * seconds;

    /// <summary>Begins.</summary>
    /// <param name="service">The law of work where the workload itself does not say it.</param>
    /// <param name="arrivals">The stream for times.</param>
    /// <param name="work">The stream for work.</param>
    public abstract Arrivals Begin(Law service, RandomStream arrivals, RandomStream work);
}
