using System.Buffers;
using System.IO.Pipelines;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>stdin: the request's body, or nothing where there is none.</summary>
internal sealed class InputStream : Descriptor
{
    private readonly GuestState _state;
    private PipeReader? _reader;
    private long _left;

    public InputStream(GuestState state) => _state = state;

    /// <inheritdoc/>
    public override FileType Type => _reader is not null && _state.Context.Terminals.HasFlag(TerminalStreams.Input) ? FileType.CharacterDevice : FileType.Unknown;

    /// <inheritdoc/>
    public override bool ReadyToRead => Available() is not null;

    /// <summary>Reads from here from now on; null for an empty stream.</summary>
    public void Open(PipeReader? reader)
    {
        _reader = reader;
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
            if (!TryTake(_reader, out var result))
            {
                if (Flags.HasFlag(FdFlags.NonBlock)) return Errno.Again;
                if (_state.Output.HandOver() == Errno.Unwound || !BodyWaits.Read(_state, out result)) return Errno.Unwound;
            }

            read = Take(_reader, result.Buffer, vectors);
        }
        catch (IOException)
        {
            return Errno.Io;
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
        if (!TryTake(_reader, out var result)) return null;
        var length = result.Buffer.Length;
        _reader.AdvanceTo(result.Buffer.Start);
        return length;
    }

    /// <summary>Waits until something can be read, at most this long.</summary>
    /// <returns>False when the time was over first.</returns>
    public bool WaitReadable(TimeSpan longest)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(_state.Cancellation.Token);
        using var timer = longest == Timeout.InfiniteTimeSpan ? null : _state.Context.Time.CreateTimer(static s => ((CancellationTokenSource)s!).Cancel(), source, longest, Timeout.InfiniteTimeSpan);
        try
        {
            var read = _reader!.ReadAsync(source.Token);
            var result = read.IsCompletedSuccessfully ? read.Result : read.AsTask().GetAwaiter().GetResult();
            _reader.AdvanceTo(result.Buffer.Start);
            return true;
        }
        catch (OperationCanceledException) when (_state.Cancellation.Check() == CancelReason.None)
        {
            return false;
        }
    }

    /// <summary>Bytes or the end, without waiting.</summary>
    private static bool TryTake(PipeReader reader, out ReadResult result)
    {
        if (!reader.TryRead(out result)) return false;
        if (!result.Buffer.IsEmpty || result.IsCompleted) return true;
        reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        return false;
    }

    private static int Take(PipeReader reader, ReadOnlySequence<byte> buffer, in IoVectors vectors)
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

        reader.AdvanceTo(end);
        return length;
    }
}
