using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EvalFaaS.Harness.Data;

/// <summary>A growing column of whole numbers, kept in chunks of as few bytes a value as the chunk's span needs; a constant chunk needs none.</summary>
/// <remarks>Frame-of-reference encoding: J. Goldstein, R. Ramakrishnan, U. Shaft, Compressing Relations and Indexes, ICDE 1998.</remarks>
internal sealed class PackedColumn
{
    private const int Shift = 12, Size = 1 << Shift, Mask = Size - 1;

    private readonly List<Chunk> _chunks = [];
    private readonly long[] _open = new long[Size];
    private int _used;

    public int Count => (_chunks.Count << Shift) + _used;

    public long this[int row] => row >> Shift < _chunks.Count ? _chunks[row >> Shift][row & Mask] : _open[row & Mask];

    public void Add(long value)
    {
        _open[_used++] = value;
        if (_used < Size) return;
        _chunks.Add(Chunk.Of(_open));
        _used = 0;
    }

    private readonly record struct Chunk(long Base, int Width, byte[] Bytes)
    {
        public long this[int index] => Width switch
        {
            0 => Base,
            1 => Base + Bytes[index],
            2 => Base + Read<ushort>(index),
            4 => Base + Read<uint>(index),
            _ => Read<long>(index),
        };

        public static Chunk Of(ReadOnlySpan<long> values)
        {
            long low = values[0], high = values[0];
            foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
            var width = unchecked((ulong)(high - low)) switch { 0 => 0, <= byte.MaxValue => 1, <= ushort.MaxValue => 2, <= uint.MaxValue => 4, _ => 8 };
            var bytes = new byte[values.Length * width];
            var to = bytes.AsSpan();
            for (var i = 0; i < values.Length; i++)
                switch (width)
                {
                    case 1: bytes[i] = (byte)(values[i] - low); break;
                    case 2: MemoryMarshal.Cast<byte, ushort>(to)[i] = (ushort)(values[i] - low); break;
                    case 4: MemoryMarshal.Cast<byte, uint>(to)[i] = (uint)(values[i] - low); break;
                    case 8: MemoryMarshal.Cast<byte, long>(to)[i] = values[i]; break;
                }
            return new Chunk(low, width, bytes);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T Read<T>(int index) where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes.AsSpan())[index];
    }
}
