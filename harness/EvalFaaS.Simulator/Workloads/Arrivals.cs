namespace EvalFaaS.Simulator.Workloads;

/// <summary>Invocations as they come: the time of each and the work that it brings. Stateful; one a replication.</summary>
public abstract class Arrivals
{
    /// <summary>The time of the next invocation, seconds, never before the last; infinite once there are no more.</summary>
    public abstract double Next();

    /// <summary>The work of the invocation just returned, seconds on one core.</summary>
    public abstract double Work();
}
