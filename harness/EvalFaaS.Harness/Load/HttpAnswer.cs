using System.Buffers.Text;
using System.Text;

namespace EvalFaaS.Harness.Load;

/// <summary>Reads one HTTP/1.1 answer out of what a connection receives, without allocation (RFC 9112: Content-Length, chunked, until the connection ends, and no body).</summary>
internal sealed class HttpAnswer
{
    private const int MaximumHead = 16 << 10;
    private readonly byte[] _head = new byte[MaximumHead];
    private readonly ChunkedBody _chunked = new();
    private int _headLength;
    private long _bodyLeft;
    private bool _inBody;
    private bool _isChunked;
    private bool _isHead;
    private bool _hasLength;
    private bool _untilEnd;
    private ReadOnlyMemory<byte>? _expected;
    private int _matched;

    /// <summary>HTTP status once the head is here.</summary>
    public short Status { get; private set; }

    /// <summary>Whether the server closes the connection after this answer.</summary>
    public bool Closes { get; private set; }

    /// <summary>Whether the body so far is the expected one.</summary>
    public bool Matches { get; private set; }

    /// <summary>The platform's own account.</summary>
    public AnswerHeaders Headers;

    /// <summary>Whether the answer is whole when the connection ends here.</summary>
    public bool EndsHere => _inBody && _untilEnd;

    /// <summary>Makes ready for the next answer.</summary>
    /// <param name="expected">The right body, or null where any will do.</param>
    /// <param name="isHead">Whether only a head is asked for.</param>
    public void Begin(ReadOnlyMemory<byte>? expected, bool isHead = false)
    {
        _isHead = isHead;
        _headLength = 0;
        _inBody = false;
        _expected = expected;
        _matched = 0;
        Matches = true;
        Closes = false;
        Status = 0;
        Headers = default;
    }

    /// <summary>Takes bytes. Null: more is needed; true: the answer is whole; false: this is no HTTP/1.1 answer.</summary>
    public bool? Take(ReadOnlySpan<byte> bytes)
    {
        if (_inBody) return TakeBody(bytes);
        // An answer whose head lies whole in one receive, the usual case, is parsed where it is.
        if (_headLength == 0 && bytes.IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            return ParseHead(bytes[..(end + 2)]) ? TakeBody(bytes[(end + 4)..]) : false;
        var before = _headLength;
        var take = Math.Min(bytes.Length, MaximumHead - before);
        bytes[..take].CopyTo(_head.AsSpan(before));
        _headLength += take;
        end = _head.AsSpan(0, _headLength).IndexOf("\r\n\r\n"u8);
        if (end < 0) return _headLength == MaximumHead ? false : null;
        return ParseHead(_head.AsSpan(0, end + 2)) ? TakeBody(bytes[(end + 4 - before)..]) : false;
    }

    /// <summary>The final word on the body: as long as the expected one.</summary>
    public bool IsExpected => Matches && (_expected is null || _matched == _expected.Value.Length);

    /// <summary>Whether the whole answer is the right one.</summary>
    /// <param name="expectedStatus">The status that is right; null: each of 200 to 299.</param>
    public LoadOutcome Judge(int? expectedStatus)
    {
        var isRightStatus = expectedStatus is { } expected ? Status == expected : Status is >= 200 and <= 299;
        return !isRightStatus ? LoadOutcome.BadStatus : IsExpected ? LoadOutcome.Ok : LoadOutcome.WrongAnswer;
    }

    private bool? TakeBody(ReadOnlySpan<byte> bytes)
    {
        if (_isChunked)
        {
            var done = _chunked.Take(bytes, this);
            return done;
        }

        if (_untilEnd)
        {
            Compare(bytes);
            return null;
        }

        var take = (int)Math.Min(bytes.Length, _bodyLeft);
        Compare(bytes[..take]);
        _bodyLeft -= take;
        if (bytes.Length > take) return false; // Nothing may follow: requests are not pipelined.
        return _bodyLeft == 0 ? true : null;
    }

    internal void Compare(ReadOnlySpan<byte> body)
    {
        if (_expected is not { } expected) return;
        Matches = Matches && _matched + body.Length <= expected.Length && body.SequenceEqual(expected.Span.Slice(_matched, body.Length));
        _matched += body.Length;
    }

    private bool ParseHead(ReadOnlySpan<byte> head)
    {
        var lineEnd = head.IndexOf("\r\n"u8);
        var line = head[..lineEnd];
        if (line.Length < 12 || !line.StartsWith("HTTP/1."u8) || !Utf8Parser.TryParse(line.Slice(9, 3), out short status, out _)) return false;
        Status = status;
        _inBody = true;
        _isChunked = _hasLength = _untilEnd = false;
        _bodyLeft = 0;
        // HTTP/1.0 closes unless it says otherwise.
        Closes = line[7] == '0';
        for (var rest = head[(lineEnd + 2)..]; !rest.IsEmpty; rest = rest[(lineEnd + 2)..])
        {
            lineEnd = rest.IndexOf("\r\n"u8);
            var colon = rest[..lineEnd].IndexOf((byte)':');
            if (colon <= 0) return false;
            Header(rest[..colon], rest[(colon + 1)..lineEnd].Trim(" \t"u8));
        }

        if (_isHead || status is 204 or 304)
        {
            _isChunked = false;
            _bodyLeft = 0;
        }
        else if (_isChunked)
        {
            _chunked.Begin();
        }
        else
        {
            _untilEnd = Closes && !_hasLength;
        }

        return true;
    }

    private void Header(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        switch (name.Length)
        {
            case 14 when Ascii.EqualsIgnoreCase(name, "content-length"u8):
                _hasLength = Utf8Parser.TryParse(value, out _bodyLeft, out _);
                break;
            case 17 when Ascii.EqualsIgnoreCase(name, "transfer-encoding"u8):
                _isChunked = Ascii.EqualsIgnoreCase(value, "chunked"u8);
                break;
            case 10 when Ascii.EqualsIgnoreCase(name, "connection"u8):
                Closes = Ascii.EqualsIgnoreCase(value, "close"u8);
                break;
            default:
                NodeHeaders.Read(name, value, ref Headers);
                break;
        }
    }
}
