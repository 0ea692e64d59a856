namespace EvalFaaS.Policies;

/// <summary>Why an instance is kept as it is. The meaning of <see cref="KeepDecision.A"/> and <see cref="KeepDecision.B"/> stands with each.</summary>
public enum KeepReason : byte
{
    /// <summary>Nothing is ever kept.</summary>
    Fresh,

    /// <summary>The same window for all.</summary>
    Fixed,

    /// <summary>Kept until memory is needed; A: the priority.</summary>
    UntilEvicted,

    /// <summary>The histogram of idle times is representative; A: its head, B: its tail, seconds.</summary>
    Histogram,

    /// <summary>The histogram has seen too little, or is too flat; A: idle times seen, B: coefficient of variation of its bins.</summary>
    NotRepresentative,

    /// <summary>Too many idle times lie beyond the histogram: the time series says when; A: predicted idle time, seconds, B: share out of bounds.</summary>
    TimeSeries,

    /// <summary>A call is likely enough to be worth the memory; A: its probability within the window, B: the probability at which keeping breaks even.</summary>
    CallExpected,

    /// <summary>No call is likely enough within the forecast's reach; A and B as for <see cref="CallExpected"/>.</summary>
    NoCallExpected,

    /// <summary>The next arrival is known (the oracle); A: seconds until then, B: the longest wait that pays.</summary>
    Known,
}
