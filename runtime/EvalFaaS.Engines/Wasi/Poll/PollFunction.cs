namespace EvalFaaS.Engines;

/// <summary>Waiting for clocks and streams.</summary>
internal static class PollFunction
{
    /// <summary>More subscriptions than this are refused: nobody has so many descriptors.</summary>
    private const uint Maximum = 4096;

    /// <summary>Longest single wait; a longer one is cut into these.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("poll_oneoff", "iiii", static (in HostCall call) => Poll(call)),
    ];

    /// <summary>(subscriptions, events, how many, events written: pointer to u32)</summary>
    private static Errno Poll(in HostCall call)
    {
        var count = call.UInt32(2);
        if (count is 0 or > Maximum) return Errno.Inval;
        if (!call.Memory.TrySlice(call.UInt32(0), count * Subscription.Length, out var subscriptions)
            || !call.Memory.TrySlice(call.UInt32(1), count * PollEvents.Length, out var target)
            || !call.Memory.TrySlice(call.UInt32(3), sizeof(uint), out _)) return Errno.Fault;

        var state = call.State;
        var events = new PollEvents(state, subscriptions, target);
        events.AddReady();
        if (events.Count == 0 && Wait(state, ref events) is not Errno.Success and var errno) return errno;
        call.Memory.TryWriteUInt32(call.UInt32(3), (uint)events.Count);
        return Errno.Success;
    }

    /// <summary>Waits for the earliest clock or for stdin. What was written so far goes out first: a guest that waits may wait for the answer to it.</summary>
    private static Errno Wait(GuestState state, ref PollEvents events)
    {
        if (state.Output.HandOver() == Errno.Unwound) return Errno.Unwound;
        var ledger = state.Context.Ledger;
        var start = ledger.Now();
        while (events.Count == 0)
        {
            var wait = events.Earliest < LongestWait ? events.Earliest : LongestWait;
            if (events.Input is { } input) input.WaitReadable(wait);
            else state.Cancellation.Sleep(wait);
            if (state.Cancellation.Check() != Model.CancelReason.None)
            {
                state.Cancelled();
                return Errno.Unwound;
            }

            events.Elapsed(wait);
            events.AddReady();
        }

        ledger.AddHostTime(ledger.Now() - start);
        return Errno.Success;
    }
}
