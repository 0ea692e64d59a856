using System.Buffers.Binary;

namespace EvalFaaS.Engines;

/// <summary>Entries as getdents64 gives them: inode, offset of the next, length of the record, type, name.</summary>
internal ref struct DirectoryEntries
{
    private ReadOnlySpan<byte> _rest;

    public DirectoryEntries(ReadOnlySpan<byte> records) => _rest = records;

    /// <summary>The entry's inode.</summary>
    public ulong Inode { get; private set; }

    /// <summary>Where reading goes on after it.</summary>
    public long Next { get; private set; }

    /// <summary>What it is.</summary>
    public FileType Type { get; private set; }

    /// <summary>Its name with the NUL at the end.</summary>
    public ReadOnlySpan<byte> NameWithNul { get; private set; }

    /// <summary>Its name.</summary>
    public readonly ReadOnlySpan<byte> Name => NameWithNul[..^1];

    /// <summary>Whether it is <c>.</c> or <c>..</c>.</summary>
    public readonly bool IsDots => Name.SequenceEqual("."u8) || Name.SequenceEqual(".."u8);

    /// <summary>Goes to the next entry.</summary>
    public bool MoveNext()
    {
        if (_rest.IsEmpty) return false;
        Inode = BinaryPrimitives.ReadUInt64LittleEndian(_rest);
        Next = BinaryPrimitives.ReadInt64LittleEndian(_rest[8..]);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(_rest[16..]);
        Type = _rest[18] switch
        {
            2 => FileType.CharacterDevice,
            4 => FileType.Directory,
            6 => FileType.BlockDevice,
            8 => FileType.RegularFile,
            10 => FileType.SymbolicLink,
            12 => FileType.SocketStream,
            _ => FileType.Unknown,
        };
        var name = _rest[19..length];
        NameWithNul = name[..(name.IndexOf((byte)0) + 1)];
        _rest = _rest[length..];
        return true;
    }
}
