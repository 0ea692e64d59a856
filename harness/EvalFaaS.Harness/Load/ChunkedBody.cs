namespace EvalFaaS.Harness.Load;

/// <summary>The chunked transfer coding (RFC 9112, section 7.1), byte by byte where it must be and span by span where it can.</summary>
internal sealed class ChunkedBody
{
    private enum Part
    {
        Size,
        Extension,
        Data,
        DataEnd,
        Trailer,
    }

    private Part _part;
    private long _left;
    private int _digits;
    private int _trailerLength;

    public void Begin()
    {
        _part = Part.Size;
        _left = 0;
        _digits = 0;
        _trailerLength = 0;
    }

    /// <summary>Null: more is needed; true: the last chunk ended; false: malformed.</summary>
    public bool? Take(ReadOnlySpan<byte> bytes, HttpAnswer answer)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            switch (_part)
            {
                case Part.Size when Hex(b) is >= 0 and var digit && _digits < 15:
                    _left = _left * 16 + digit;
                    _digits++;
                    break;
                case Part.Size when b is (byte)'\r' or (byte)';' or (byte)' ' && _digits > 0:
                    _part = Part.Extension;
                    break;
                case Part.Extension:
                    if (b != '\n') break;
                    _part = _left == 0 ? Part.Trailer : Part.Data;
                    break;
                case Part.Data:
                    var take = (int)Math.Min(_left, bytes.Length - i);
                    answer.Compare(bytes.Slice(i, take));
                    _left -= take;
                    i += take - 1;
                    if (_left == 0) _part = Part.DataEnd;
                    break;
                case Part.DataEnd:
                    if (b != '\n') break;
                    _part = Part.Size;
                    _digits = 0;
                    break;
                case Part.Trailer:
                    if (b == '\n')
                    {
                        if (_trailerLength == 0) return i == bytes.Length - 1;
                        _trailerLength = 0;
                    }
                    else if (b != '\r')
                    {
                        _trailerLength++;
                    }

                    break;
                default:
                    return false;
            }
        }

        return null;
    }

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
