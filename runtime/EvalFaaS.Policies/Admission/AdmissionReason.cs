namespace EvalFaaS.Policies;

/// <summary>Why. The meaning of <see cref="AdmissionDecision.A"/> and <see cref="AdmissionDecision.B"/> stands with each.</summary>
public enum AdmissionReason : byte
{
    /// <summary>There is a free slot; A: running, B: slots or the limit.</summary>
    SlotFree,

    /// <summary>All slots are taken; A: waiting before it, B: how many may.</summary>
    SlotsBusy,

    /// <summary>The limit of concurrency is reached, and nothing may wait; A: running, B: the limit.</summary>
    ConcurrencyReached,

    /// <summary>The queue is full; A: waiting, B: how many may.</summary>
    QueueFull,

    /// <summary>It would be answered too late; A: expected seconds until its answer, B: seconds left.</summary>
    TooLate,

    /// <summary>Its deadline has passed; A: seconds since then.</summary>
    Expired,
}
