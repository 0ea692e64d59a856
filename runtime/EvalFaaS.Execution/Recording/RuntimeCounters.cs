namespace EvalFaaS.Execution;

/// <summary>What a node has done since its start. The difference of two readings proves in which start state the calls between them were.</summary>
public sealed class RuntimeCounters
{
    internal long FetchesCount, CompilesCount, LoadsCount, InstancesCount, ReusesCount, DiscardsCount, UnmapsCount, EvictionsCount, CorruptionsCount, WorkersLostCount;

    /// <summary>Modules brought here from their source.</summary>
    public long Fetches => Volatile.Read(ref FetchesCount);

    /// <summary>Modules compiled.</summary>
    public long Compiles => Volatile.Read(ref CompilesCount);

    /// <summary>Modules loaded (mapped) from disk.</summary>
    public long Loads => Volatile.Read(ref LoadsCount);

    /// <summary>Instances made.</summary>
    public long InstancesMade => Volatile.Read(ref InstancesCount);

    /// <summary>Invocations that took an instance used before.</summary>
    public long InstancesReused => Volatile.Read(ref ReusesCount);

    /// <summary>Instances thrown away.</summary>
    public long InstancesDiscarded => Volatile.Read(ref DiscardsCount);

    /// <summary>Modules unmapped, for whatever reason.</summary>
    public long Unmaps => Volatile.Read(ref UnmapsCount);

    /// <summary>Files put out of the store to keep its bound.</summary>
    public long Evictions => Volatile.Read(ref EvictionsCount);

    /// <summary>Stored files found damaged and thrown away.</summary>
    public long Corruptions => Volatile.Read(ref CorruptionsCount);

    /// <summary>Invocations that ended because their worker process died; each costs one restart.</summary>
    public long WorkersLost => Volatile.Read(ref WorkersLostCount);
}
