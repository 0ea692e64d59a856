namespace EvalFaaS.Policies;

/// <summary>Why something is made ready, or not. The meaning of <see cref="WarmUpDecision.A"/> and <see cref="WarmUpDecision.B"/> stands with each.</summary>
public enum WarmUpReason : byte
{
    /// <summary>Nothing is ever made ready.</summary>
    Off,

    /// <summary>Within a scheduled window; A: its beginning, seconds relative to now.</summary>
    InWindow,

    /// <summary>Outside the scheduled windows; A: seconds until the next, infinite where none.</summary>
    OutsideWindow,

    /// <summary>The forecast expects calls; A: the rate's quantile, calls a second, B: probability of a call.</summary>
    CallsExpected,

    /// <summary>The forecast expects none; A and B as before.</summary>
    NoCallsExpected,
}
