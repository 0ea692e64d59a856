namespace EvalFaaS.Policies;

/// <summary>Why an endpoint was chosen. The meaning of <see cref="BalanceDecision.A"/> and <see cref="BalanceDecision.B"/> stands with each.</summary>
public enum BalanceReason : byte
{
    /// <summary>None is alive.</summary>
    NoneAlive,

    /// <summary>It was next in turn.</summary>
    Next,

    /// <summary>By chance.</summary>
    Random,

    /// <summary>The less busy of two chosen by chance; A: its outstanding, B: the other's.</summary>
    LessBusyOfTwo,

    /// <summary>The fewest outstanding of all; A: how many.</summary>
    LeastOutstanding,

    /// <summary>The lower cost of two chosen by chance; A: its latency times its outstanding and one more, seconds, B: the other's.</summary>
    LowerLatencyOfTwo,

    /// <summary>Only one is alive.</summary>
    OnlyOne,
}
