using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using EvalFaaS.Harness.Load.Interop;

namespace EvalFaaS.Harness.Load;

/// <summary>One kept-alive connection of the generator; at most one request is under way on it.</summary>
internal sealed unsafe class Connection(EndPoint address, ReadOnlyMemory<byte> request) : IDisposable
{
    private Socket? _socket;
    private int _descriptor = -1;
    private int _sent;

    /// <summary>Index of the sample under way, or -1.</summary>
    public int Sample { get; set; } = -1;

    /// <summary>The answer under way.</summary>
    public HttpAnswer Answer { get; } = new();

    /// <summary>The socket's descriptor.</summary>
    public int Descriptor => _descriptor;

    /// <summary>Whether it is connected.</summary>
    public bool IsOpen => _socket is not null;

    /// <summary>Whether the whole request has been handed to the kernel.</summary>
    public bool AllSent => _sent == request.Length;

    /// <summary>Connects, anew if need be; it is watched by the epoll from then on.</summary>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public void Open(int epoll, int index)
    {
        Close();
        var socket = address is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(address);
            socket.Blocking = false;
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        _socket = socket;
        _descriptor = (int)socket.Handle;
        Watch(epoll, index, Libc.EpollAdd, Libc.EpollIn);
    }

    /// <summary>Begins the request.</summary>
    /// <returns>False when the connection is broken.</returns>
    public bool Send()
    {
        _sent = 0;
        return Continue();
    }

    /// <summary>Sends what the kernel takes now.</summary>
    public bool Continue()
    {
        fixed (byte* data = request.Span)
            while (_sent < request.Length)
            {
                var sent = Libc.Send(_descriptor, data + _sent, (nuint)(request.Length - _sent), Libc.NoSignal);
                if (sent < 0) return Marshal.GetLastPInvokeError() is Libc.Again or Libc.Interrupted;
                _sent += (int)sent;
            }

        return true;
    }

    /// <summary>Receives what is here now: bytes, 0 when nothing is, -1 when the connection ended or broke.</summary>
    public int Receive(Span<byte> into)
    {
        fixed (byte* data = into)
        {
            var received = Libc.Receive(_descriptor, data, (nuint)into.Length, 0);
            if (received > 0) return (int)received;
            return received < 0 && Marshal.GetLastPInvokeError() is Libc.Again or Libc.Interrupted ? 0 : -1;
        }
    }

    /// <summary>Changes what the epoll waits for.</summary>
    public void Watch(int epoll, int index, int operation, uint events)
    {
        var wanted = new Libc.EpollEvent { Events = events | Libc.EpollRdHup, Data = (ulong)index };
        Libc.EpollControl(epoll, operation, _descriptor, &wanted);
    }

    /// <summary>Closes it.</summary>
    public void Close()
    {
        _socket?.Dispose();
        _socket = null;
        _descriptor = -1;
    }

    /// <inheritdoc/>
    public void Dispose() => Close();
}
