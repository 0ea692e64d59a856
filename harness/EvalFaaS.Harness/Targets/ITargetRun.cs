using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets;

/// <summary>A started target with one function in it.</summary>
public interface ITargetRun : IAsyncDisposable
{
    /// <summary>Its configuration as read back from it.</summary>
    TargetConfiguration Configuration { get; }

    /// <summary>Where it serves the function under load and what the request looks like there; null where it does not.</summary>
    ServedFunction? Served { get; }

    /// <summary>Forces a start state and measures the one call that finds it.</summary>
    /// <exception cref="TargetException">The state could not be forced.</exception>
    Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation);

    /// <summary>Brings up so many live instances and tells what memory they take together.</summary>
    Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation);

    /// <summary>What its processes used so far.</summary>
    ProcessUsage Usage(bool memory);

    /// <summary>Modules or images loaded so far, or null where it keeps no count: proves that a start was one.</summary>
    Task<long?> LoadsAsync(CancellationToken cancellation);
}
