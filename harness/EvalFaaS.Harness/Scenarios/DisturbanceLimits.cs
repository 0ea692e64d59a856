namespace EvalFaaS.Harness.Scenarios;

/// <summary>From when on the machine counts as disturbed during a block, which is then dropped whole and run again.</summary>
public sealed record DisturbanceLimits
{
    /// <summary>How many times as long as before the first block the fixed CPU or memory work may take, the median of the block's probes. Default 1.3.</summary>
    public double Slowdown { get; init; } = 1.3;

    /// <summary>How late a sleeping thread may be woken, the 90th percentile of the block's probes. Default 5 ms.</summary>
    public TimeSpan WakeDelay { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Share of the processor time that the hypervisor may give to others, 0 to 1. Default 0.02.</summary>
    public double Steal { get; init; } = 0.02;

    /// <summary>How many blocks may be repeated in all; disturbed ones beyond that stay dropped. Default 3.</summary>
    public int Repeats { get; init; } = 3;
}
