using System.IO.Pipelines;

namespace EvalFaaS.Engines;

/// <summary>
/// Reads of a pipe whose readiness can be asked for: a read that has not ended stays under way, and what it brought stays until it is taken.
/// Not every reader tells the end without one.
/// </summary>
internal sealed class InputReads
{
    private PipeReader? _reader;
    private Task<ReadResult>? _underWay;
    private ReadResult _peeked;
    private bool _hasPeeked;

    /// <summary>Reads from here.</summary>
    public void Begin(PipeReader? reader) => _reader = reader;

    /// <summary>Bytes, or an empty buffer at the end; false where neither has come.</summary>
    /// <exception cref="IOException">The stream broke.</exception>
    /// <exception cref="OperationCanceledException">The invocation was cancelled.</exception>
    public bool TryPeek(InvocationCancellation cancellation, out ReadResult result)
    {
        while (!_hasPeeked && TryEnd(cancellation, out var ended))
        {
            if (ended.IsCanceled && cancellation.Check() != Model.CancelReason.None) throw new OperationCanceledException();
            _peeked = ended;
            _hasPeeked = !ended.Buffer.IsEmpty || ended.IsCompleted;
            if (!_hasPeeked) _reader!.AdvanceTo(ended.Buffer.Start, ended.Buffer.End);
        }

        result = _peeked;
        return _hasPeeked;
    }

    /// <summary>Takes what was peeked at, up to here.</summary>
    public void Advance(SequencePosition consumed)
    {
        _hasPeeked = false;
        _peeked = default;
        _reader!.AdvanceTo(consumed);
    }

    /// <summary>Waits for the read that is under way, at most this long. Ends early when the invocation is cancelled.</summary>
    public void Wait(GuestState state, TimeSpan longest)
    {
        if (_underWay is null) return;
        try
        {
            _underWay.WaitAsync(longest, state.Context.Time, state.Cancellation.Token).GetAwaiter().GetResult();
        }
        catch (TimeoutException)
        {
            // The read goes on; whoever waits for it has other things to look at first.
        }
        catch (IOException)
        {
            // Said when it is read.
        }
    }

    /// <summary>Gives up what is under way or was not taken.</summary>
    public void End()
    {
        if (_hasPeeked) Advance(_peeked.Buffer.Start);
        if (_underWay is { IsCompleted: false }) _reader!.CancelPendingRead();
        else if (_underWay is { IsCompletedSuccessfully: true }) _reader!.AdvanceTo(_underWay.Result.Buffer.Start);
        _underWay = null;
        _reader = null;
    }

    private bool TryEnd(InvocationCancellation cancellation, out ReadResult result)
    {
        if (_underWay is null)
        {
            if (_reader!.TryRead(out result)) return true;
            var read = _reader.ReadAsync(cancellation.Token);
            if (read.IsCompleted)
            {
                result = read.GetAwaiter().GetResult();
                return true;
            }

            _underWay = read.AsTask();
        }

        result = default;
        if (!_underWay.IsCompleted) return false;
        var ended = _underWay;
        _underWay = null;
        result = ended.GetAwaiter().GetResult();
        return true;
    }
}
