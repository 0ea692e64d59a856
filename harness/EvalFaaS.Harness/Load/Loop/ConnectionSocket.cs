using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using EvalFaaS.Harness.Load.Interop;

namespace EvalFaaS.Harness.Load;

/// <summary>One stream socket that never blocks, by direct system calls: the framework's own throws where a call would have to wait.</summary>
internal sealed unsafe class ConnectionSocket(EndPoint address) : IDisposable
{
    private readonly SocketAddress _address = address.Serialize();

    /// <summary>Bytes that the kernel may hold for this side; null: as many as it likes.</summary>
    public int? ReceiveBuffer { get; init; }

    /// <summary>The descriptor, or -1 when closed.</summary>
    public int Descriptor { get; private set; } = -1;

    /// <summary>Whether it is there; it may still be connecting.</summary>
    public bool IsOpen => Descriptor >= 0;

    /// <summary>Begins to connect, anew if need be.</summary>
    /// <returns>0, or the system's error number.</returns>
    public int Connect()
    {
        Close();
        Descriptor = Libc.Socket(address.AddressFamily == AddressFamily.InterNetworkV6 ? Libc.FamilyIPv6 : (int)address.AddressFamily, Libc.Stream | Libc.NonBlocking | Libc.CloseOnExec, 0);
        if (Descriptor < 0) return Marshal.GetLastPInvokeError();
        var on = 1;
        if (address.AddressFamily != AddressFamily.Unix) Libc.SetOption(Descriptor, Libc.LevelTcp, Libc.NoDelay, &on, sizeof(int));
        // Before connecting, since the window is agreed on then.
        if (ReceiveBuffer is { } size) Libc.SetOption(Descriptor, Libc.LevelSocket, Libc.ReceiveBufferOption, &size, sizeof(int));
        fixed (byte* name = _address.Buffer.Span)
            if (Libc.Connect(Descriptor, name, (uint)_address.Size) == 0) return 0;
        return Marshal.GetLastPInvokeError() is var error and not Libc.InProgress ? error : 0;
    }

    /// <summary>The error that it has by now: 0 where it is connected.</summary>
    public int Error()
    {
        var error = 0;
        uint length = sizeof(int);
        return Libc.GetOption(Descriptor, Libc.LevelSocket, Libc.SocketErrorOption, &error, &length) == 0 ? error : Marshal.GetLastPInvokeError();
    }

    /// <summary>Waits until it is connected.</summary>
    /// <returns>0, or the system's error number.</returns>
    public int AwaitConnected(int milliseconds)
    {
        var wanted = new Libc.PollEntry { Descriptor = Descriptor, Events = Libc.PollOut };
        return Libc.Poll(&wanted, 1, milliseconds) > 0 ? Error() : Libc.TimedOut;
    }

    /// <summary>Sends what the kernel takes now: bytes, 0 when none, -1 when the connection is broken.</summary>
    public int Send(ReadOnlySpan<byte> bytes, bool more)
    {
        fixed (byte* data = bytes)
        {
            var sent = Libc.Send(Descriptor, data, (nuint)bytes.Length, Libc.NoSignal | (more ? Libc.More : 0));
            if (sent >= 0) return (int)sent;
        }

        return Marshal.GetLastPInvokeError() is Libc.Again or Libc.Interrupted ? 0 : -1;
    }

    /// <summary>Receives what is here now: bytes, 0 when nothing is, -1 when the connection broke, -2 when it ended.</summary>
    public int Receive(Span<byte> into)
    {
        fixed (byte* data = into)
        {
            var received = Libc.Receive(Descriptor, data, (nuint)into.Length, 0);
            if (received > 0) return (int)received;
            if (received == 0) return Ended;
        }

        return Marshal.GetLastPInvokeError() is Libc.Again or Libc.Interrupted ? 0 : -1;
    }

    /// <summary>What <see cref="Receive"/> says of a connection that the other side ended in order.</summary>
    public const int Ended = -2;

    /// <summary>Changes what an epoll waits for.</summary>
    public void Watch(int epoll, int index, int operation, uint events)
    {
        var wanted = new Libc.EpollEvent { Events = events | Libc.EpollRdHup, Data = (ulong)index };
        Libc.EpollControl(epoll, operation, Descriptor, &wanted);
    }

    /// <summary>Closes it.</summary>
    public void Close()
    {
        if (IsOpen) Libc.Close(Descriptor);
        Descriptor = -1;
    }

    /// <summary>An error number as the exception that the framework has for it.</summary>
    public static SocketException Exception(int error) => new((int)(error switch
    {
        Libc.Refused => SocketError.ConnectionRefused,
        Libc.TimedOut => SocketError.TimedOut,
        Libc.HostUnreachable => SocketError.HostUnreachable,
        Libc.NetworkUnreachable => SocketError.NetworkUnreachable,
        Libc.NotFound => SocketError.ConnectionRefused,
        Libc.TooManyFiles => SocketError.TooManyOpenSockets,
        _ => SocketError.SocketError,
    }));

    /// <inheritdoc/>
    public void Dispose() => Close();
}
