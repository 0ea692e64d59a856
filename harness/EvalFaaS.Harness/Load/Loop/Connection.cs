using System.Buffers.Text;
using EvalFaaS.Harness.Load.Interop;

namespace EvalFaaS.Harness.Load;

/// <summary>One connection of the generator; at most one request is under way on it.</summary>
internal sealed class Connection(ConnectionGroup group, int index, int epoll, int longestHead, int mostRequests) : IDisposable
{
    private const int RoomForLength = 48;
    private readonly ConnectionSocket _socket = new(group.Address);
    private readonly byte[] _ownHead = new byte[longestHead + RoomForLength];
    private ReadOnlyMemory<byte> _head, _body;
    private int _sent;
    private int _carried;
    private bool _wasOpen;
    private bool _isConnecting;

    /// <summary>Those it belongs to.</summary>
    public ConnectionGroup Group => group;

    /// <summary>The request under way.</summary>
    public LoadSample Sample;

    /// <summary>Whether one is under way.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Where the request under way stands among all samples.</summary>
    public int Place { get; set; }

    /// <summary>The status that is right, or null.</summary>
    public int? ExpectedStatus { get; private set; }

    /// <summary>The answer under way.</summary>
    public HttpAnswer Answer { get; } = new();

    /// <summary>Bytes that the kernel took from it.</summary>
    public long SentBytes { get; private set; }

    /// <summary>Bytes that came on it.</summary>
    public long ReceivedBytes { get; private set; }

    /// <summary>Whether it is there.</summary>
    public bool IsOpen => _socket.IsOpen;

    /// <summary>Whether the last request that was prepared is also the last that it carries.</summary>
    public bool IsSpent => _carried >= mostRequests;

    /// <summary>Whether it was there once, is no more, and ought to be.</summary>
    public bool IsLost => _wasOpen && !_socket.IsOpen && !IsSpent;

    /// <summary>Connects before the load begins.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">Nobody listens there.</exception>
    public void OpenNow(int milliseconds)
    {
        var error = Open();
        if (error == 0) error = _socket.AwaitConnected(milliseconds);
        if (error != 0) throw ConnectionSocket.Exception(error);
        _isConnecting = false;
        _socket.Watch(epoll, index, Libc.EpollMod, Libc.EpollIn);
    }

    /// <summary>Makes ready what is sent next.</summary>
    /// <param name="request">It.</param>
    /// <param name="closing">The same with the wish that the server close the connection after it.</param>
    /// <param name="size">Size of its random body.</param>
    public void Prepare(LoadRequest request, LoadRequest closing, int size)
    {
        _carried = _socket.IsOpen ? _carried + 1 : 1;
        if (IsSpent) request = closing;
        (_sent, ExpectedStatus) = (0, request.ExpectedStatus);
        if (request.Payload is not { } payload)
        {
            (_head, _body) = (request.Bytes, default);
            Answer.Begin(request.ExpectedBody, request.IsHead);
            return;
        }

        _body = payload.OfSize(size);
        _head = _ownHead.AsMemory(0, WriteHead(request.Bytes.Span, size));
        Answer.Begin(payload.IsEchoed ? _body : request.ExpectedBody, isHead: false);
    }

    /// <summary>Sends what the kernel takes now, connecting first where need be.</summary>
    /// <returns>False when the connection is broken.</returns>
    public bool Send()
    {
        if (!_socket.IsOpen && Open() != 0) return false;
        if (_isConnecting) return true;
        while (_sent < Length)
        {
            var inHead = _sent < _head.Length;
            var sent = _socket.Send((inHead ? _head[_sent..] : _body[(_sent - _head.Length)..]).Span, inHead && !_body.IsEmpty);
            if (sent < 0) return false;
            if (sent == 0)
            {
                _socket.Watch(epoll, index, Libc.EpollMod, Libc.EpollIn | Libc.EpollOut);
                return true;
            }

            _sent += sent;
            SentBytes += sent;
        }

        return true;
    }

    /// <summary>Goes on by what an epoll says of it: a connection is made, a request goes on, an answer comes.</summary>
    /// <returns>How its request ended; null where it is under way still.</returns>
    public LoadOutcome? Advance(uint events, byte[] buffer, MonotonicClock clock)
    {
        if ((events & Libc.EpollOut) != 0 && !Continue()) return LoadOutcome.ConnectionLost;
        if ((events & ~Libc.EpollOut) == 0) return null;
        var received = _socket.Receive(buffer);
        if (received == 0) return null;
        if (received < 0) return received == ConnectionSocket.Ended && Answer.EndsHere ? Answer.Judge(ExpectedStatus) : LoadOutcome.ConnectionLost;
        ReceivedBytes += received;
        if (Sample.FirstByteNs == 0) Sample.FirstByteNs = clock.NowNs;
        return Answer.Take(buffer.AsSpan(0, received)) switch { null => null, false => LoadOutcome.BadProtocol, true => Answer.Judge(ExpectedStatus) };
    }

    /// <summary>Closes it; the next request makes it anew.</summary>
    public void Close() => _socket.Close();

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private int Length => _head.Length + _body.Length;

    /// <summary>The socket can take more. False when the connection is broken.</summary>
    private bool Continue()
    {
        if (_isConnecting && _socket.Error() != 0) return false;
        _isConnecting = false;
        if (!Send()) return false;
        if (_sent == Length) _socket.Watch(epoll, index, Libc.EpollMod, Libc.EpollIn);
        return true;
    }

    private int Open()
    {
        var error = _socket.Connect();
        if (error != 0)
        {
            _socket.Close();
            return error;
        }

        _isConnecting = _wasOpen = true;
        _socket.Watch(epoll, index, Libc.EpollAdd, Libc.EpollIn | Libc.EpollOut);
        return 0;
    }

    private int WriteHead(ReadOnlySpan<byte> head, int size)
    {
        head.CopyTo(_ownHead);
        "Content-Length: "u8.CopyTo(_ownHead.AsSpan(head.Length));
        var at = head.Length + "Content-Length: "u8.Length;
        Utf8Formatter.TryFormat(size, _ownHead.AsSpan(at), out var digits);
        "\r\n\r\n"u8.CopyTo(_ownHead.AsSpan(at + digits));
        return at + digits + "\r\n\r\n"u8.Length;
    }
}
