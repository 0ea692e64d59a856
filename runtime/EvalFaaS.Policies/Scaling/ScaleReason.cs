namespace EvalFaaS.Policies;

/// <summary>What a target number of instances was computed from. The meaning of <see cref="ScaleDecision.A"/> and <see cref="ScaleDecision.B"/> stands with each.</summary>
public enum ScaleReason : byte
{
    /// <summary>No sample yet: stays as it is, or at the initial scale.</summary>
    NoData,

    /// <summary>The stable window; A: its average, B: the target for one instance.</summary>
    Stable,

    /// <summary>The panic window; A: its average, B: the target for one instance.</summary>
    Panic,

    /// <summary>Panic goes on, and never scales down; A: the panic window's average, B: the target for one instance.</summary>
    PanicHeld,

    /// <summary>The queue; A: requests that wait or the time they wait, B: what is allowed for one instance.</summary>
    Queue,

    /// <summary>CPU was the scarcer; A: its share, B: the target.</summary>
    Cpu,

    /// <summary>Memory was the scarcer; A: its share, B: the target.</summary>
    Memory,

    /// <summary>The difference to the target is within the tolerance; A: the ratio to the target, B: the tolerance.</summary>
    WithinTolerance,

    /// <summary>The forecast's upper quantile; A: calls a second, B: calls a second for one instance.</summary>
    Forecast,
}
