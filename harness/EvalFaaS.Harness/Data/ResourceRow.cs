namespace EvalFaaS.Harness.Data;

/// <summary>What a target holds while a long load runs, looked at each second; one row of resources.csv.</summary>
public sealed record ResourceRow
{
    /// <summary>The run's identity.</summary>
    public required string Run { get; init; }

    /// <summary>The block.</summary>
    public required int Block { get; init; }

    /// <summary>Number of the trial.</summary>
    public required int Trial { get; init; }

    /// <summary>When, ns from the run's origin.</summary>
    public required long AtNs { get; init; }

    /// <summary>Resident memory of the target with its children, bytes.</summary>
    public required long ResidentBytes { get; init; }

    /// <summary>Proportional set size likewise, bytes.</summary>
    public required long ProportionalBytes { get; init; }

    /// <summary>Open descriptors of its processes.</summary>
    public required long Descriptors { get; init; }

    /// <summary>Threads of its processes.</summary>
    public required long Threads { get; init; }

    /// <summary>Bytes of the files in its folder, or null where it has none.</summary>
    public long? DiskBytes { get; init; }
}
