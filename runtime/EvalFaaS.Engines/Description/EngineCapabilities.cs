namespace EvalFaaS.Engines;

/// <summary>What an engine can do, so that the layers above and the reports say what does not apply instead of failing.</summary>
public sealed record EngineCapabilities
{
    /// <summary>Whether it makes ahead-of-time code.</summary>
    public required bool AheadOfTime { get; init; }

    /// <summary>Whether a guest's fault is contained in this process; else the guest runs in a worker.</summary>
    public required bool InProcessSafe { get; init; }

    /// <summary>How a host call waits.</summary>
    public required HostCallWait HostCallWait { get; init; }

    /// <summary>Invocations that an instance takes at once. 1 on every engine so far.</summary>
    public int CallsPerInstance { get; init; } = 1;

    /// <summary>Whether an instruction budget can be set.</summary>
    public required bool Budget { get; init; }

    /// <summary>Whether a running guest can be ended from outside without ending its process.</summary>
    public required bool Interruptible { get; init; }

    /// <summary>Whether endless recursion ends as a fault of that invocation alone.</summary>
    public required bool BoundedRecursion { get; init; }

    /// <summary>Whether growing memory and tables is limited for each instance.</summary>
    public required bool GrowthLimits { get; init; }

    /// <summary>Whether an instance can take further invocations.</summary>
    public required bool Reuse { get; init; }

    /// <summary>Whether it runs components.</summary>
    public bool Components { get; init; }

    /// <summary>The proposals that modules may use.</summary>
    public required WasmFeatures Features { get; init; }
}
