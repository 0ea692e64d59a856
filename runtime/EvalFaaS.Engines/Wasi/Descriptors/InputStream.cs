using System.Buffers;
using System.IO.Pipelines;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>stdin: the request's body, or nothing where there is none.</summary>
internal sealed class InputStream : Descriptor
{
    private readonly GuestState _state;
    private readonly InputReads _reads = new();
    private PipeReader? _reader;
    private long _left;

    public InputStream(GuestState state) => _state = state;

    /// <inheritdoc/>
    public override FileType Type => _reader is not null && _state.Context.Terminals.HasFlag(TerminalStreams.Input) ? FileType.CharacterDevice : FileType.Unknown;

    /// <summary>Reads from here from now on; null for an empty stream.</summary>
    public void Begin(PipeReader? reader)
    {
        _reader = reader;
        _reads.Begin(reader);
        _left = reader is null ? 0 : _state.Context.Limits.RequestBytes;
        Flags = FdFlags.None;
        SetRights(Rights.Input, Rights.None);
    }

    /// <inheritdoc/>
    public override Errno Read(in IoVectors vectors, out int read)
    {
        read = 0;
        if (vectors.Total == 0 || _reader is null) return Errno.Success;
        try
        {
            if (!_reads.TryPeek(_state.Cancellation, out var result))
            {
                if (Flags.HasFlag(FdFlags.NonBlock)) return Errno.Again;
                if (_state.Output.HandOver() == Errno.Unwound) return Errno.Unwound;
                result = Wait();
            }

            read = CopyTo(vectors, result.Buffer);
        }
        catch (IOException)
        {
            return Broken();
        }

        _left -= read;
        if (_left >= 0) return Errno.Success;
        _state.Fail(new InvocationFault(FaultKind.RequestTooLarge, "guest", $"The request's body is larger than its limit of {_state.Context.Limits.RequestBytes} bytes."));
        return Errno.Unwound;
    }

    /// <summary>Bytes that can be read at once, 0 at the end, null when more must be waited for.</summary>
    public long? Available()
    {
        if (_reader is null) return 0;
        try
        {
            return _reads.TryPeek(_state.Cancellation, out var result) ? result.Buffer.Length : null;
        }
        catch (IOException)
        {
            // It can be read, and then says what is wrong.
            return 0;
        }
    }

    /// <summary>Waits until something can be read, at most this long.</summary>
    public void WaitReadable(TimeSpan longest) => _reads.Wait(_state, longest);

    /// <summary>Leaves the body to whoever comes after the guest.</summary>
    public void End()
    {
        _reads.End();
        _reader = null;
    }

    private ReadResult Wait()
    {
        var ledger = _state.Context.Ledger;
        var start = ledger.Now();
        try
        {
            ReadResult result;
            while (!_reads.TryPeek(_state.Cancellation, out result)) _reads.Wait(_state, Timeout.InfiniteTimeSpan);
            return result;
        }
        finally
        {
            ledger.AddHostTime(ledger.Now() - start);
        }
    }

    private int CopyTo(in IoVectors vectors, ReadOnlySequence<byte> buffer)
    {
        var rest = buffer.Slice(0, Math.Min(buffer.Length, vectors.Total));
        var end = rest.End;
        var length = (int)rest.Length;
        for (var i = 0; !rest.IsEmpty; i++)
        {
            var target = vectors[i];
            var part = rest.Slice(0, Math.Min(rest.Length, target.Length));
            part.CopyTo(target);
            rest = rest.Slice(part.End);
        }

        _reads.Advance(end);
        return length;
    }

    /// <summary>A process hears of a broken stream; a function's client is gone.</summary>
    private Errno Broken()
    {
        if (_state.Context.Request is null) return Errno.Io;
        _state.Cancellation.Request(CancelReason.ClientGone);
        _state.Cancelled();
        return Errno.Unwound;
    }
}
