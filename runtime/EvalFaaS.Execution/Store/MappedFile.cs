using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EvalFaaS.Execution;

/// <summary>A file's bytes, mapped for reading: they can be digested without a copy, and the kernel can be asked which of them lie in memory.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly nint _address;
    private readonly int _length;

    private MappedFile(SafeFileHandle file, nint address, int length)
    {
        _file = file;
        _address = address;
        _length = length;
    }

    public ReadOnlySpan<byte> Bytes => new((void*)_address, _length);

    /// <summary>Maps a file, or null where there is none.</summary>
    public static MappedFile? Open(string path)
    {
        SafeFileHandle file;
        try
        {
            file = File.OpenHandle(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        var length = RandomAccess.GetLength(file);
        var address = length is 0 or > int.MaxValue ? 0 : Posix.Map(0, (nuint)length, Posix.ProtectRead, Posix.MapShared, file, 0);
        if (length <= int.MaxValue && address != Posix.MapFailed) return new MappedFile(file, address, (int)length);
        file.Dispose();
        throw new IOException($"The file {path} of {length} bytes could not be mapped: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>Whether all of it lies in the page cache. To be asked before its bytes are read. True where the kernel does not say.</summary>
    public bool InPageCache()
    {
        if (_length == 0) return true;
        var pages = new byte[(_length + Environment.SystemPageSize - 1) / Environment.SystemPageSize];
        fixed (byte* first = pages)
        {
            if (Posix.InCore(_address, (nuint)_length, first) != 0) return true;
        }

        foreach (var page in pages)
            if ((page & 1) == 0) return false;
        return true;
    }

    public void Dispose()
    {
        if (_length > 0) _ = Posix.Unmap(_address, (nuint)_length);
        _file.Dispose();
    }
}
