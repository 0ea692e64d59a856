namespace EvalFaaS.Harness.Load;

/// <summary>One slow client: goes on by a piece each time that it is asked to, and begins anew where its last request ended.</summary>
/// <param name="request">What it asks.</param>
/// <param name="bytes">The request's bytes, shared by all that ask it.</param>
/// <param name="part">What it is slow with.</param>
/// <param name="piece">Bytes that it sends or takes at once.</param>
/// <param name="timeout">How long the first byte of an answer may take.</param>
internal sealed class SlowClient(LoadRequest request, ReadOnlyMemory<byte> bytes, SlowPart part, int piece, TimeSpan timeout) : IDisposable
{
    /// <summary>A small window, or the kernel would take a slow reader's answer whole.</summary>
    private const int SmallBuffer = 4 << 10;
    private readonly ConnectionSocket _socket = new(request.Address) { ReceiveBuffer = part == SlowPart.Answer ? Math.Max(SmallBuffer, 2 * piece) : null };
    private readonly HttpAnswer _answer = new();
    private readonly int _head = bytes.Span.IndexOf("\r\n\r\n"u8) + 4;
    private readonly byte[] _buffer = new byte[part == SlowPart.Answer ? piece : 64 << 10];
    private readonly Dictionary<LoadOutcome, long> _outcomes = [];
    private int _sent;
    private long _sentWholeNs;
    private bool _isAnswered;

    /// <summary>How its requests ended so far.</summary>
    public IReadOnlyDictionary<LoadOutcome, long> Outcomes => _outcomes;

    /// <summary>Sends or takes the next piece.</summary>
    public void Step(long now)
    {
        if (!_socket.IsOpen && !Begin()) return;
        // The answer may come while the request is still being sent: that of a server that gives up on it.
        if (!Receive() || !Send(now)) return;
        if (_sent == bytes.Length && !_isAnswered && now - _sentWholeNs > timeout.TotalNanoseconds) End(LoadOutcome.Timeout);
    }

    /// <summary>Ends what is under way.</summary>
    public void End(LoadOutcome outcome)
    {
        if (!_socket.IsOpen) return;
        _socket.Close();
        Count(outcome);
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private void Count(LoadOutcome outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    private bool Begin()
    {
        if (_socket.Connect() != 0)
        {
            _socket.Close();
            Count(LoadOutcome.ConnectionLost);
            return false;
        }

        (_sent, _isAnswered) = (0, false);
        _answer.Begin(request.Payload is { IsEchoed: true } ? bytes[_head..] : request.ExpectedBody, request.IsHead);
        return true;
    }

    private bool Send(long now)
    {
        while (_sent < bytes.Length)
        {
            var next = part == SlowPart.Answer ? bytes.Length : _sent < _head && _head < bytes.Length ? _head : Math.Min(bytes.Length, _sent + piece);
            var sent = _socket.Send(bytes.Span[_sent..next], more: false);
            if (sent < 0)
            {
                End(LoadOutcome.ConnectionLost);
                return false;
            }

            _sent += sent;
            _sentWholeNs = now;
            // A head is followed by its first piece at once; after that a piece a step.
            if (sent == 0 || (part == SlowPart.Request && _sent != _head)) return true;
        }

        return true;
    }

    private bool Receive()
    {
        while (_socket.Receive(_buffer) is not 0 and var received)
        {
            if (received < 0)
            {
                End(received == ConnectionSocket.Ended && _answer.EndsHere ? Judge() : LoadOutcome.ConnectionLost);
                return false;
            }

            _isAnswered = true;
            if (_answer.Take(_buffer.AsSpan(0, received)) is { } whole)
            {
                End(whole ? Judge() : LoadOutcome.BadProtocol);
                return false;
            }

            if (part == SlowPart.Answer) return true;
        }

        return true;
    }

    private LoadOutcome Judge() => _answer.Judge(request.ExpectedStatus);
}
