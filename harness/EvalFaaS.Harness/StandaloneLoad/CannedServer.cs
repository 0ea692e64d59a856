using System.Net;
using System.Net.Sockets;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Load.Interop;

namespace EvalFaaS.Harness.StandaloneLoad;

/// <summary>
/// The cheapest HTTP server there can be, on one thread: the same answer to each request head, without looking at it. A load against it shows what the generator can do.
/// </summary>
public sealed unsafe class CannedServer : IDisposable
{
    private const int Batch = 64;
    private static readonly byte[] Answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"u8.ToArray();
    private readonly Socket _listener;
    private readonly Thread _thread;
    private readonly Dictionary<int, Socket> _clients = [];
    private readonly byte[] _buffer = new byte[64 << 10];
    private volatile bool _stopped;

    /// <summary>Listens, on a thread of its own.</summary>
    /// <param name="address">Where; port 0 for a free one.</param>
    /// <param name="core">The core that its thread is bound to, or null.</param>
    /// <exception cref="SocketException">It cannot listen there.</exception>
    public CannedServer(IPEndPoint address, int? core)
    {
        _listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(address);
            _listener.Listen(1024);
        }
        catch
        {
            _listener.Dispose();
            throw;
        }

        _listener.Blocking = false;
        Address = (IPEndPoint)_listener.LocalEndPoint!;
        _thread = new Thread(() => Serve(core)) { IsBackground = true, Name = "canned" };
        _thread.Start();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopped = true;
        _thread.Join();
        _listener.Dispose();
        foreach (var client in _clients.Values) client.Dispose();
    }

    private void Serve(int? core)
    {
        ThreadPlacement.Prepare(core);
        var epoll = Libc.EpollCreate(Libc.CloseOnExec);
        Watch(epoll, _listener);
        var events = stackalloc Libc.EpollEvent[Batch];
        var timeout = new Libc.TimeSpec { Nanoseconds = 20_000_000 };
        while (!_stopped)
        {
            var count = Libc.EpollWait(epoll, events, Batch, &timeout, null);
            for (var i = 0; i < count; i++)
                if ((int)events[i].Data == (int)_listener.Handle) Accept(epoll);
                else Reply((int)events[i].Data);
        }

        Libc.Close(epoll);
    }

    private void Accept(int epoll)
    {
        while (_listener.Poll(0, SelectMode.SelectRead))
        {
            var client = _listener.Accept();
            client.Blocking = false;
            client.NoDelay = true;
            _clients[(int)client.Handle] = client;
            Watch(epoll, client);
        }
    }

    private void Reply(int descriptor)
    {
        nint received;
        fixed (byte* buffer = _buffer) received = Libc.Receive(descriptor, buffer, (nuint)_buffer.Length, 0);
        if (received <= 0)
        {
            if (_clients.Remove(descriptor, out var gone)) gone.Dispose();
            return;
        }

        fixed (byte* answer = Answer)
            for (var requests = _buffer.AsSpan(0, (int)received).Count("\r\n\r\n"u8); requests > 0; requests--) Libc.Send(descriptor, answer, (nuint)Answer.Length, Libc.NoSignal);
    }

    private static void Watch(int epoll, Socket socket)
    {
        var wanted = new Libc.EpollEvent { Events = Libc.EpollIn, Data = (ulong)socket.Handle };
        Libc.EpollControl(epoll, Libc.EpollAdd, (int)socket.Handle, &wanted);
    }
}
