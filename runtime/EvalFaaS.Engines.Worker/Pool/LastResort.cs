using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>Decides when a guest that was told to end, and does not, is ended with its worker.</summary>
internal struct LastResort(TimeProvider time)
{
    /// <summary>What an engine has to end a guest that it can interrupt at all.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private long? _told;

    /// <summary>Whether the time is up; asked again and again while the invocation runs.</summary>
    /// <param name="reason">Why it was told to end, or none.</param>
    public bool IsDue(CancelReason reason)
    {
        if (reason == CancelReason.None) return false;
        _told ??= time.GetTimestamp();
        return time.GetElapsedTime(_told.Value) >= Grace;
    }
}
