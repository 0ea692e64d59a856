using System.Buffers.Binary;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>A look at a file that should be a shared object (ELF-64, little-endian).</summary>
internal static class SharedObject
{
    private const int HeaderBytes = 64, SectionsAt = 0x28, SectionBytesAt = 0x3A, SectionCountAt = 0x3C;

    /// <summary>Whether it is there and reaches to the end of its section table, which linkers write last: mapping one that was cut short would end the process.</summary>
    public static bool IsWhole(string path)
    {
        if (!File.Exists(path)) return false;
        using var file = File.OpenHandle(path);
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (RandomAccess.Read(file, header, 0) != HeaderBytes || !header.StartsWith("\u007FELF"u8)) return false;
        var sections = BinaryPrimitives.ReadInt64LittleEndian(header[SectionsAt..]);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(header[SectionBytesAt..]) * BinaryPrimitives.ReadUInt16LittleEndian(header[SectionCountAt..]);
        return sections > 0 && sections + length <= RandomAccess.GetLength(file);
    }
}
