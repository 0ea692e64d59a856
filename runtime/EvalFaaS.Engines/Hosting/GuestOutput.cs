using System.Buffers;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>
/// The response body of one invocation, on its way from the guest to <see cref="InvocationContext.ResponseBody"/>.
/// Counts it against <see cref="InvocationLimits.ResponseBytes"/> and holds at most 64 KiB back.
/// </summary>
/// <remarks>
/// What is held back is lost when the guest fails, so that a short answer of a guest that then traps is an error and not half an answer.
/// It is handed on when 64 KiB are full, before the guest waits, when a write comes 10 ms or more after the last hand-over, and at the guest's end:
/// a slow guest streams, a quick one costs one hand-over.
/// </remarks>
internal sealed class GuestOutput
{
    private const int Smallest = 4 << 10;
    private const int Largest = 64 << 10;
    private const long HoldNs = 10_000_000;

    private readonly GuestState _state;
    private byte[] _held = [];
    private int _count;
    private long _left;
    private long _handedOverNs;
    private IOutputHead? _head;
    private bool _eachWrite;

    public GuestOutput(GuestState state) => _state = state;

    /// <summary>Whether something has been handed on, so that status and headers are final.</summary>
    public bool Started { get; private set; }

    /// <summary>Begins a response.</summary>
    /// <param name="head">Where status and headers are part of the output.</param>
    /// <param name="eachWrite">Whether each write is handed on at once, as a process does, and a reader that went away is the guest's own business.</param>
    public void Begin(IOutputHead? head, bool eachWrite)
    {
        _head = head;
        _eachWrite = eachWrite;
        // The head is no part of the body that is limited, and where it ends is not known yet.
        _left = _state.Context.Limits.ResponseBytes is var limit && head is null ? limit : Math.Min(limit, long.MaxValue - head.Longest) + head.Longest;
        _count = 0;
        _handedOverNs = eachWrite ? 0 : _state.Context.Ledger.Now();
        Started = false;
    }

    /// <summary>Takes bytes; waits while more than 64 KiB are under way.</summary>
    /// <returns>Success, <see cref="Errno.Pipe"/> or <see cref="Errno.Unwound"/>.</returns>
    public Errno Write(ReadOnlySpan<byte> bytes) => Append(bytes) is not Errno.Success and var errno ? errno : Written();

    /// <summary>Takes a part of what is written at once; <see cref="Written"/> follows the last part.</summary>
    public Errno Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _left) return TooLarge();
        _left -= bytes.Length;
        while (!bytes.IsEmpty)
        {
            if (_count == Largest && HandOver() is not Errno.Success and var errno) return errno;
            var part = bytes[..Math.Min(bytes.Length, Largest - _count)];
            part.CopyTo(Room(part.Length));
            _count += part.Length;
            bytes = bytes[part.Length..];
        }

        return Errno.Success;
    }

    /// <summary>Ends a write that came in parts.</summary>
    public Errno Written() =>
        _eachWrite || _state.Context.Ledger.Now() - _handedOverNs >= HoldNs ? HandOver() : Errno.Success;

    /// <summary>Hands on what is held back and waits until the reader takes more.</summary>
    /// <returns>Success, <see cref="Errno.Pipe"/> or <see cref="Errno.Unwound"/>.</returns>
    public Errno HandOver()
    {
        if (_count == 0) return Errno.Success;
        _handedOverNs = _eachWrite ? 0 : _state.Context.Ledger.Now();
        if (!TakeHead(final: _count == Largest)) return _state.Fault is null ? Errno.Success : Errno.Unwound;
        Started = true;
        var writer = _state.Context.ResponseBody;
        var ledger = _state.Context.Ledger;
        var start = ledger.Now();
        try
        {
            writer.Write(_held.AsSpan(0, _count));
            _count = 0;
            var result = ClientWait.For(writer.FlushAsync(_state.Cancellation.Token));
            // A guest that does nothing but write must end also where its engine's own interruption comes between two writes.
            return result.IsCompleted || result.IsCanceled || _state.Cancellation.Reason != CancelReason.None ? ReaderGone() : Errno.Success;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidOperationException)
        {
            return ReaderGone();
        }
        finally
        {
            ledger.AddHostTime(ledger.Now() - start);
        }
    }

    /// <summary>Hands the rest on at the guest's good end, without waiting for the reader.</summary>
    /// <returns>False when the head is malformed; the state has the fault.</returns>
    public bool Complete()
    {
        if (!TakeHead(final: true)) return false;
        if (_count > 0) _state.Context.ResponseBody.Write(_held.AsSpan(0, _count));
        _count = 0;
        return true;
    }

    /// <summary>Drops what is held back and gives the memory back.</summary>
    public void End()
    {
        if (_held.Length > 0) ArrayPool<byte>.Shared.Return(_held);
        _held = [];
        _count = 0;
        _head = null;
    }

    private bool TakeHead(bool final)
    {
        if (_head is null) return true;
        if (_head.Take(_held.AsSpan(0, _count), final, _state) is not { } length || _state.Fault is not null) return false;
        _left -= _head.Longest - length;
        _head = null;
        _count -= length;
        _held.AsSpan(length, _count).CopyTo(_held);
        return _left >= 0 || TooLarge() == Errno.Success;
    }

    private Span<byte> Room(int length)
    {
        if (_held.Length - _count < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Clamp(_count + length, Smallest, Largest));
            _held.AsSpan(0, _count).CopyTo(larger);
            if (_held.Length > 0) ArrayPool<byte>.Shared.Return(_held);
            _held = larger;
        }

        return _held.AsSpan(_count);
    }

    private Errno ReaderGone()
    {
        if (_state.Cancellation.Check() != CancelReason.None) _state.Cancelled();
        else if (_eachWrite) return Errno.Pipe;
        else _state.Fail(Faults.Cancelled(CancelReason.ClientGone));
        return Errno.Unwound;
    }

    private Errno TooLarge()
    {
        _state.Fail(new InvocationFault(FaultKind.ResponseTooLarge, "guest",
            $"The function's answer is larger than its limit of {_state.Context.Limits.ResponseBytes} bytes."));
        return Errno.Unwound;
    }
}
