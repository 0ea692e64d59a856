namespace EvalFaaS.Harness.Data;

/// <summary>The machine looked at between trials by fixed work; one row of probes.csv.</summary>
public sealed record ProbeRow
{
    /// <summary>The run's identity.</summary>
    public required string Run { get; init; }

    /// <summary>The block; 0 before the first.</summary>
    public required int Block { get; init; }

    /// <summary>The trial that follows; 0 behind the last of a target, and before the first block.</summary>
    public required int Trial { get; init; }

    /// <summary>Whose core: <c>generator</c> or <c>target</c>.</summary>
    public required string Core { get; init; }

    /// <summary>When, ns from the run's origin.</summary>
    public required long AtNs { get; init; }

    /// <summary>The fixed CPU work, the fastest of its repetitions, ns.</summary>
    public required long CpuNs { get; init; }

    /// <summary>The fixed memory work, the fastest of its repetitions, ns.</summary>
    public required long MemoryNs { get; init; }

    /// <summary>How much later than asked a sleeping thread ran again, the longest of its repetitions, ns.</summary>
    public required long WakeDelayNs { get; init; }

    /// <summary>The smallest step of the monotonic clock seen, ns.</summary>
    public required long ClockStepNs { get; init; }
}
