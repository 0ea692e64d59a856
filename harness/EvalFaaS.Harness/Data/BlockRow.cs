namespace EvalFaaS.Harness.Data;

/// <summary>One block as it ran; one row of blocks.csv.</summary>
public sealed record BlockRow
{
    /// <summary>The run's identity.</summary>
    public required string Run { get; init; }

    /// <summary>Its number, from 1; a repetition has a number of its own.</summary>
    public required int Number { get; init; }

    /// <summary>When it began, ns from the run's origin.</summary>
    public required long BeginNs { get; init; }

    /// <summary>How long it took, ns.</summary>
    public required long DurationNs { get; init; }

    /// <summary>By which rule the machine was disturbed during it, or null. Such a block enters no figure; what it would change is shown beside.</summary>
    public string? Disturbed { get; init; }

    /// <summary>Time of the fixed CPU work on the targets' cores, the median of the block's probes divided by that before the first block.</summary>
    public double? CpuSlowdown { get; init; }

    /// <summary>Time of the fixed memory work likewise.</summary>
    public double? MemorySlowdown { get; init; }

    /// <summary>How late a sleeping thread was woken on the targets' cores, 90th percentile of the block's probes, ns.</summary>
    public long? WakeDelayNs { get; init; }

    /// <summary>Share of the block's processor time that the hypervisor gave to others, 0 to 1.</summary>
    public double? StealShare { get; init; }

    /// <summary>The disturbed block that it was run in place of, or null.</summary>
    public int? Repeats { get; init; }
}
