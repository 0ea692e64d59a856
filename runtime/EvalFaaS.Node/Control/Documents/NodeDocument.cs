using EvalFaaS.Node.Configuration;

namespace EvalFaaS.Node.Control;

/// <summary>The node as it runs: what it is set to, and what it has done.</summary>
public sealed record NodeDocument
{
    /// <summary>EvalFaaS's version.</summary>
    public required string Version { get; init; }

    /// <summary>The node's process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>When it started, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Whether it drains.</summary>
    public required bool Draining { get; init; }

    /// <summary>Digest of all settings but secrets: equal where two nodes are set alike.</summary>
    public required string ConfigurationDigest { get; init; }

    /// <summary>Every setting in force with its origin.</summary>
    public required IReadOnlyList<SettingState> Configuration { get; init; }

    /// <summary>Settings that were changed and take effect after a restart.</summary>
    public required IReadOnlyList<SettingState> PendingRestart { get; init; }

    /// <summary>The .NET runtime as it is set: garbage collector, tiered compilation, threads.</summary>
    public required IReadOnlyDictionary<string, string> Runtime { get; init; }

    /// <summary>What was done since the start.</summary>
    public required CountersDocument Counters { get; init; }

    /// <summary>The engines that functions of this node use, with their settings.</summary>
    public required IReadOnlyList<EngineDocument> Engines { get; init; }
}

/// <summary>What a node has done since its start. The difference of two readings proves in which start state the calls between them were.</summary>
public sealed record CountersDocument
{
    /// <summary>Modules brought here from their source.</summary>
    public required long Fetches { get; init; }

    /// <summary>Modules compiled.</summary>
    public required long Compiles { get; init; }

    /// <summary>Modules mapped from disk.</summary>
    public required long Loads { get; init; }

    /// <summary>Instances made.</summary>
    public required long InstancesMade { get; init; }

    /// <summary>Invocations that took an instance used before.</summary>
    public required long InstancesReused { get; init; }

    /// <summary>Instances thrown away.</summary>
    public required long InstancesDiscarded { get; init; }

    /// <summary>Modules unmapped.</summary>
    public required long Unmaps { get; init; }

    /// <summary>Files put out of the store to keep its bound.</summary>
    public required long Evictions { get; init; }

    /// <summary>Stored files found damaged.</summary>
    public required long Corruptions { get; init; }

    /// <summary>Invocations that ended because their worker died.</summary>
    public required long WorkersLost { get; init; }
}
