using System.Buffers.Binary;

namespace EvalFaaS.Engines;

/// <summary>The events of one poll as they come in, and what is still waited for.</summary>
/// <remarks>
/// An event is shorter than a subscription and never comes before its own, so a guest may give the same memory for both.
/// </remarks>
internal ref struct PollEvents
{
    /// <summary>Bytes of one.</summary>
    public const int Length = 32;

    private const uint Monotonic = 1;
    private const ulong WritableBytes = 64 << 10;
    private const ushort HangUp = 1;

    private readonly GuestState _state;
    private readonly ReadOnlySpan<byte> _subscriptions;
    private readonly Span<byte> _target;
    private readonly ulong _realTime;
    private ulong _lastMonotonic;
    private readonly ulong _monotonic;
    private ulong _elapsed;

    public PollEvents(GuestState state, ReadOnlySpan<byte> subscriptions, Span<byte> target)
    {
        _state = state;
        _subscriptions = subscriptions;
        _target = target;
        ClockFunctions.Read(state.Context.Time, 0, out _realTime);
        ClockFunctions.Read(state.Context.Time, Monotonic, out _monotonic);
        _lastMonotonic = _monotonic;
    }

    /// <summary>Events written.</summary>
    public int Count { get; private set; }

    /// <summary>Until the earliest clock that has not come, in whole ms; the longest time span where there is none.</summary>
    public TimeSpan Earliest { get; private set; }

    /// <summary>stdin where somebody waits for it.</summary>
    public InputStream? Input { get; private set; }

    /// <summary>Writes an event for each subscription that has come true.</summary>
    public void AddReady()
    {
        Earliest = TimeSpan.MaxValue;
        Input = null;
        for (var rest = _subscriptions; !rest.IsEmpty; rest = rest[Subscription.Length..])
        {
            var subscription = new Subscription(rest[..Subscription.Length]);
            if (subscription.Kind == PollKind.Clock) AddClock(subscription);
            else AddDescriptor(subscription);
        }
    }

    /// <summary>Counts a wait of this length as over; a clock that stands still does not make it endless.</summary>
    public void Elapsed(TimeSpan wait)
    {
        ClockFunctions.Read(_state.Context.Time, Monotonic, out var now);
        _elapsed += now > _lastMonotonic ? now - _lastMonotonic : (ulong)wait.Ticks * 100;
        _lastMonotonic = now;
    }

    private void AddClock(in Subscription subscription)
    {
        if (subscription.Clock > Monotonic)
        {
            Add(subscription, Errno.Inval, 0, 0);
            return;
        }

        var start = !subscription.IsAbsolute ? 0 : subscription.Clock == Monotonic ? _monotonic : _realTime;
        var over = start + _elapsed;
        if (subscription.Timeout <= over)
        {
            Add(subscription, Errno.Success, 0, 0);
            return;
        }

        // Whole ms, rounded up: timers know nothing finer, and waking early would break the guest's trust.
        var milliseconds = Math.Ceiling((subscription.Timeout - over) / 1e6);
        var left = milliseconds >= TimeSpan.MaxValue.TotalMilliseconds / 2 ? TimeSpan.MaxValue / 2 : TimeSpan.FromMilliseconds(milliseconds);
        if (left < Earliest) Earliest = left;
    }

    private void AddDescriptor(in Subscription subscription)
    {
        if (subscription.Kind > PollKind.Write)
            Add(subscription, Errno.Inval, 0, 0);
        else if (_state.Wasi.Descriptors.Find(subscription.Descriptor, Rights.PollFdReadWrite, out Descriptor descriptor) is not Errno.Success and var errno)
            Add(subscription, errno, 0, 0);
        else if (subscription.Kind == PollKind.Write)
            Add(subscription, Errno.Success, WritableBytes, 0);
        else if (descriptor is not InputStream input)
            Add(subscription, Errno.Success, Left(descriptor), 0);
        else if (input.Available() is { } bytes)
            Add(subscription, Errno.Success, (ulong)bytes, bytes == 0 ? HangUp : (ushort)0);
        else
            Input = input;
    }

    private static ulong Left(Descriptor descriptor) =>
        descriptor.Status(out var status) == Errno.Success && descriptor.Seek(0, 1, out var position) == Errno.Success && (ulong)position < status.Size
            ? status.Size - (ulong)position
            : 0;

    private void Add(in Subscription subscription, Errno error, ulong bytes, ushort flags)
    {
        var userData = subscription.UserData;
        var kind = subscription.Kind;
        var target = _target.Slice(Count++ * Length, Length);
        target.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(target, userData);
        BinaryPrimitives.WriteUInt16LittleEndian(target[8..], (ushort)error);
        target[10] = (byte)kind;
        BinaryPrimitives.WriteUInt64LittleEndian(target[16..], bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(target[24..], flags);
    }
}
