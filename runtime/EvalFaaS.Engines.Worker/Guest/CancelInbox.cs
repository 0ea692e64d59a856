using System.Buffers.Binary;
using System.Runtime.InteropServices;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>Listens on the control socket: cancellations of the running invocation, and the parent's life.</summary>
internal sealed unsafe class CancelInbox(FileHandle control, InvocationCancellation cancellation)
{
    private readonly Lock _lock = new();
    private long _running;
    private long _asked;
    private CancelReason _reason;
    private volatile bool _readerGone;

    /// <summary>The running invocation's.</summary>
    public InvocationCancellation Cancellation => cancellation;

    /// <summary>Whether nobody reads the response any more, which a plain process is told when it writes.</summary>
    public bool ReaderGone => _readerGone;

    /// <summary>Begins an invocation; a cancellation that overtook it counts.</summary>
    public void Begin(long sequence, TimeSpan remaining)
    {
        lock (_lock)
        {
            cancellation.Arm(remaining);
            _running = sequence;
            _readerGone = false;
            if (_asked == sequence) cancellation.Request(_reason);
        }
    }

    /// <summary>Ends it: a late cancellation meets nobody.</summary>
    public void End()
    {
        lock (_lock) _running = 0;
        cancellation.Disarm();
    }

    /// <summary>Runs until the other end is closed, which it is when the parent is gone, however it went.</summary>
    public void Listen()
    {
        Span<byte> message = stackalloc byte[WorkerProtocol.CancelBytes];
        while (ReadAll(message))
            Ask(BinaryPrimitives.ReadInt64LittleEndian(message), (CancelReason)message[sizeof(long)]);
    }

    private void Ask(long sequence, CancelReason reason)
    {
        lock (_lock)
        {
            if (reason == CancelReason.None)
            {
                _readerGone |= _running == sequence;
                return;
            }

            _asked = sequence;
            _reason = reason;
            if (_running == sequence) cancellation.Request(reason);
        }
    }

    private bool ReadAll(Span<byte> message)
    {
        for (var have = 0; have < message.Length;)
        {
            nint received;
            fixed (byte* bytes = message[have..]) received = Libc.Receive(control, bytes, (nuint)(message.Length - have), 0);
            if (received > 0) have += (int)received;
            else if (received == 0 || Marshal.GetLastPInvokeError() != Libc.Interrupted) return false;
        }

        return true;
    }
}
