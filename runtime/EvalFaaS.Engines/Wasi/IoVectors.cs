using System.Buffers.Binary;

namespace EvalFaaS.Engines;

/// <summary>The guest's buffers of one read or write, all checked to lie in its memory.</summary>
internal readonly ref struct IoVectors
{
    /// <summary>As POSIX's <c>IOV_MAX</c> on Linux.</summary>
    private const uint Maximum = 1024;

    private const int Size = 8;
    private readonly GuestMemory _memory;
    private readonly ReadOnlySpan<byte> _table;

    private IoVectors(GuestMemory memory, ReadOnlySpan<byte> table, int total)
    {
        _memory = memory;
        _table = table;
        Total = total;
    }

    /// <summary>Bytes of all buffers together.</summary>
    public int Total { get; }

    /// <summary>Buffers.</summary>
    public int Count => _table.Length / Size;

    /// <summary>Buffer i.</summary>
    public Span<byte> this[int i]
    {
        get
        {
            var entry = _table[(i * Size)..];
            _memory.TrySlice(BinaryPrimitives.ReadUInt32LittleEndian(entry), BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]), out var bytes);
            return bytes;
        }
    }

    /// <summary>Reads and checks the table of buffers.</summary>
    /// <returns>Success, <see cref="Errno.Inval"/> for too many or too long, <see cref="Errno.Fault"/> for outside.</returns>
    public static Errno TryOpen(GuestMemory memory, uint pointer, uint count, out IoVectors vectors)
    {
        vectors = default;
        if (count > Maximum) return Errno.Inval;
        if (!memory.TrySlice(pointer, count * Size, out var table)) return Errno.Fault;
        long total = 0;
        for (var entry = table; !entry.IsEmpty; entry = entry[Size..])
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]);
            if (!memory.TrySlice(BinaryPrimitives.ReadUInt32LittleEndian(entry), length, out _)) return Errno.Fault;
            total += length;
        }

        if (total > int.MaxValue) return Errno.Inval;
        vectors = new IoVectors(memory, table, (int)total);
        return Errno.Success;
    }
}
