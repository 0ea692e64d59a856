using System.Buffers;

namespace EvalFaaS.Engines;

/// <summary>Bytes that are collected in an array of the shared pool.</summary>
internal sealed class PooledBuffer(int capacity) : IDisposable
{
    private byte[] _array = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, 4096));

    /// <summary>Bytes collected.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes collected.</summary>
    public ReadOnlySpan<byte> Bytes => _array.AsSpan(0, Length);

    /// <summary>Adds these.</summary>
    public void Append(in ReadOnlySequence<byte> bytes)
    {
        var length = checked(Length + (int)bytes.Length);
        if (length > _array.Length) Grow(length);
        bytes.CopyTo(_array.AsSpan(Length));
        Length = length;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_array);

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(_array.Length * 2L, length, Array.MaxLength));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
