using System.Buffers;
using System.Text;

namespace EvalFaaS.Engines;

/// <summary>Strings in UTF-8, each ended by a NUL, as arguments and environment lie in a guest's memory. Memory comes from the shared pool.</summary>
internal struct StringBlock
{
    private byte[]? _bytes;
    private bool _sealed;

    /// <summary>Bytes, NULs included.</summary>
    public int Length { get; private set; }

    /// <summary>Strings.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it has not been filled.</summary>
    public readonly bool IsEmpty => Count == 0 && !_sealed;

    /// <summary>Marks a block as filled, also where nothing was added.</summary>
    public void Seal() => _sealed = true;

    /// <summary>Adds a string up to its first NUL.</summary>
    public void Add(ReadOnlySpan<char> value)
    {
        Append(UpToNul(value));
        End();
    }

    /// <summary>Adds <c>name=value</c>; nothing where either holds a NUL, which would hide the rest from the guest.</summary>
    public void Add(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (name.Contains('\0') || value.Contains('\0')) return;
        Append(name);
        Append("=");
        Append(value);
        End();
    }

    /// <summary>Adds <c>HTTP_NAME=value</c> for a header.</summary>
    public void AddHeader(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (value.Contains('\0')) return;
        Append("HTTP_");
        var start = Length;
        Append(name);
        foreach (ref var letter in _bytes.AsSpan(start..Length))
            letter = letter switch
            {
                (byte)'-' => (byte)'_',
                >= (byte)'a' and <= (byte)'z' => (byte)(letter - 32),
                _ => letter,
            };
        Append("=");
        Append(value);
        End();
    }

    /// <summary>Writes the table of pointers and the strings.</summary>
    /// <returns>False when either lies outside the memory.</returns>
    public readonly bool TryWrite(in GuestMemory memory, uint table, uint buffer)
    {
        if (!memory.TrySlice(table, (uint)Count * sizeof(uint), out _) || !memory.TrySlice(buffer, (uint)Length, out var target)) return false;
        var bytes = _bytes.AsSpan(0, Length);
        bytes.CopyTo(target);
        var start = 0;
        for (var i = 0; i < Count; i++)
        {
            memory.TryWriteUInt32(table + (uint)i * sizeof(uint), buffer + (uint)start);
            start += bytes[start..].IndexOf((byte)0) + 1;
        }

        return true;
    }

    /// <summary>Makes it empty and gives its memory back.</summary>
    public void Clear()
    {
        if (_bytes is not null) ArrayPool<byte>.Shared.Return(_bytes);
        this = default;
    }

    private static ReadOnlySpan<char> UpToNul(ReadOnlySpan<char> value) => value.IndexOf('\0') is >= 0 and var nul ? value[..nul] : value;

    private void End()
    {
        Reserve(1)[0] = 0;
        Length++;
        Count++;
    }

    private void Append(ReadOnlySpan<char> value) =>
        Length += Encoding.UTF8.GetBytes(value, Reserve(Encoding.UTF8.GetMaxByteCount(value.Length)));

    private Span<byte> Reserve(int length)
    {
        if (_bytes is null || _bytes.Length - Length < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(1024, Length + length));
            _bytes.AsSpan(0, Length).CopyTo(larger);
            if (_bytes is not null) ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(Length);
    }
}
