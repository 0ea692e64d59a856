using System.Text;
using System.Text.Unicode;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>
/// Reads the values of the binary format (WebAssembly core specification, chapter 5) from bytes that nobody vouches for:
/// every read is bounded, every LEB128 number is checked for length and unused bits, every count against the bytes that are left.
/// </summary>
internal ref struct WasmReader(ReadOnlySpan<byte> bytes, int offset = 0)
{
    private const string Component = "module/inspector";
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly int _offset = offset;
    private int _position;

    /// <summary>Where the next byte lies in the whole file.</summary>
    public readonly int Offset => _offset + _position;

    public readonly int Remaining => _bytes.Length - _position;

    public readonly bool AtEnd => _position == _bytes.Length;

    public readonly FaultException Malformed(string what) => Malformed(what, Offset);

    public static FaultException Malformed(string what, int at) => new(
        FaultKind.ModuleMalformed, Component, $"The module is malformed at byte {at} (0x{at:x}): {what}. It is damaged, cut short or no WebAssembly: build or fetch it again.");

    public byte Byte()
    {
        if (AtEnd) throw Malformed("it ends in the middle of a value");
        return _bytes[_position++];
    }

    public readonly byte Peek() => AtEnd ? throw Malformed("it ends in the middle of a value") : _bytes[_position];

    public void Skip(uint count)
    {
        if (count > (uint)Remaining) throw Malformed($"{count} bytes are announced and {Remaining} are left");
        _position += (int)count;
    }

    /// <summary>A reader of the next bytes alone, which this one skips.</summary>
    public WasmReader Slice(uint length)
    {
        var start = _position;
        Skip(length);
        return new WasmReader(_bytes.Slice(start, (int)length), _offset + start);
    }

    public uint UInt32()
    {
        if (!AtEnd && _bytes[_position] < 0x80) return _bytes[_position++];
        return (uint)Unsigned(32);
    }

    public ulong UInt64() => Unsigned(64);

    public int Int32() => (int)Signed(32);

    /// <summary>33 bits: block types and heap types.</summary>
    public long Int33() => Signed(33);

    public long Int64() => Signed(64);

    /// <summary>How many elements follow; each takes at least so many bytes.</summary>
    /// <param name="what">Their name, for errors.</param>
    /// <param name="elementBytes">The least that one takes.</param>
    /// <param name="limit">More are refused, so that a huge module cannot make huger objects (the limits are those of the WebAssembly JavaScript interface).</param>
    public int Count(string what, int elementBytes = 1, uint limit = 1_000_000)
    {
        var at = Offset;
        var count = UInt32();
        if (count > limit && count <= (uint)(Remaining / elementBytes)) throw Malformed($"{count} {what} are more than the {limit} that are taken", at);
        if (count > (uint)(Remaining / elementBytes)) throw Malformed($"{count} {what} are announced and {Remaining} bytes are left", at);
        return (int)count;
    }

    public string Name()
    {
        var at = Offset;
        var length = UInt32();
        var start = _position;
        Skip(length);
        var utf8 = _bytes.Slice(start, (int)length);
        return Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : throw Malformed("a name is not UTF-8", at);
    }

    private ulong Unsigned(int bits)
    {
        var at = Offset;
        ulong value = 0;
        for (var shift = 0; shift < bits; shift += 7)
        {
            var part = Byte();
            var room = bits - shift;
            if (room < 7 && (part & 0x7F) >> room != 0) break;
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }

        throw Malformed($"a number does not fit {bits} bits", at);
    }

    private long Signed(int bits)
    {
        var at = Offset;
        long value = 0;
        for (var shift = 0; shift < bits; shift += 7)
        {
            var part = Byte();
            var room = bits - shift;
            if (room < 7)
            {
                // The bits beyond the type's width must repeat its sign bit.
                var extra = (sbyte)(part << 1) >> room;
                if (extra != 0 && extra != -1) break;
            }

            value |= (long)(part & 0x7F) << shift;
            if (part >= 0x80) continue;
            var used = shift + 7;
            return used < 64 && (part & 0x40) != 0 ? value | (-1L << used) : value;
        }

        throw Malformed($"a signed number does not fit {bits} bits", at);
    }
}
