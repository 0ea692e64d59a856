namespace EvalFaaS.Model;

/// <summary>Why an invocation was told to stop: a closed set, each with one effect, also while a host call waits.</summary>
public enum CancelReason
{
    /// <summary>Not cancelled.</summary>
    None,

    /// <summary>The client went away: the guest is stopped, nothing is answered.</summary>
    ClientGone,

    /// <summary>The time limit passed: the guest is stopped, the answer is 504.</summary>
    Deadline,

    /// <summary>The node drains and its grace is over: the guest is stopped, the answer is 503, a retry elsewhere may help.</summary>
    Drain,

    /// <summary>An operator ended it: the guest is stopped, the answer is 503.</summary>
    Kill,

    /// <summary>The instruction budget was used up: the guest is stopped, the answer is 504.</summary>
    Budget,
}
