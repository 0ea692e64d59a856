using System.Text.Unicode;

namespace EvalFaaS.Engines;

/// <summary>A path that a guest gave, copied out of its memory: relative, without a NUL, in UTF-8.</summary>
internal ref struct GuestPath
{
    /// <summary>Bytes that a buffer for a path must hold, the NUL included: Linux's <c>PATH_MAX</c>.</summary>
    public const int Capacity = 4096;

    private readonly Span<byte> _bytes;

    private GuestPath(Span<byte> bytes) => _bytes = bytes;

    /// <summary>The path with a NUL at its end.</summary>
    public readonly ReadOnlySpan<byte> WithNul => _bytes;

    /// <summary>The path.</summary>
    public readonly Span<byte> Bytes => _bytes[..^1];

    /// <summary>The copy itself, with its NUL.</summary>
    public readonly Span<byte> Buffer => _bytes;

    /// <summary>Whether it ends in a slash.</summary>
    public readonly bool HasTrailingSlash => _bytes[^2] == '/';

    /// <summary>Reads a path.</summary>
    /// <param name="memory">The guest's memory.</param>
    /// <param name="pointer">Where it lies.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="buffer">Takes the copy; at least <see cref="Capacity"/> long.</param>
    /// <param name="path">The path.</param>
    /// <returns>Success; <see cref="Errno.NoEnt"/> for none, <see cref="Errno.Perm"/> for an absolute one, or what else is wrong with it.</returns>
    public static Errno TryRead(GuestMemory memory, uint pointer, uint length, Span<byte> buffer, out GuestPath path)
    {
        path = default;
        if (length >= Capacity) return Errno.NameTooLong;
        if (!memory.TrySlice(pointer, length, out var bytes)) return Errno.Fault;
        if (bytes.IsEmpty) return Errno.NoEnt;
        if (bytes.Contains((byte)0)) return Errno.Inval;
        if (!Utf8.IsValid(bytes)) return Errno.IlSeq;
        if (bytes[0] == '/') return Errno.Perm;
        bytes.CopyTo(buffer);
        buffer[bytes.Length] = 0;
        path = new GuestPath(buffer[..(bytes.Length + 1)]);
        return Errno.Success;
    }
}
