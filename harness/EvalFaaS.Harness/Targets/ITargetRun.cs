using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets;

/// <summary>A started target: its processes live until it is disposed. Used by one trial at a time.</summary>
public interface ITargetRun : IAsyncDisposable
{
    /// <summary>Its configuration as read back from it.</summary>
    TargetConfiguration Configuration { get; }

    /// <summary>How its processes came to their end, with their last output; null while they live.</summary>
    string? Failure { get; }

    /// <summary>The folder of its data, whose size is looked at under long loads, or null.</summary>
    string? Folder => null;

    /// <summary>Puts a function into it, ready to be called.</summary>
    /// <exception cref="TargetException">It did not come up; the message has its last output.</exception>
    Task<IDeployedFunction> DeployAsync(FunctionSetup function, CancellationToken cancellation);

    /// <summary>Puts a function beside those that are measured, which may fail without the run counting as failed.</summary>
    /// <exception cref="TargetException">It did not come up, or this target takes none.</exception>
    Task<INeighbour> DeployNeighbourAsync(FunctionSetup function, CancellationToken cancellation) => throw new TargetException("This target takes no neighbour.");

    /// <summary>What its processes used so far, daemons and children included.</summary>
    ProcessUsage Usage(bool memory);

    /// <summary>Modules or images loaded so far, or null where it keeps no count: proves that a start was one.</summary>
    Task<long?> LoadsAsync(CancellationToken cancellation);
}
