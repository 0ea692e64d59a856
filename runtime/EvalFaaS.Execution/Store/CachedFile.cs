using System.Buffers;
using System.IO.Hashing;

namespace EvalFaaS.Execution;

/// <summary>
/// The quick way to digest a file that lies in the page cache: one read that fails rather than waits for the disk, and no mapping,
/// which would cost more than the digest.
/// </summary>
internal static unsafe class CachedFile
{
    /// <summary>Above this, copying costs more than mapping.</summary>
    private const int MaximumBytes = 256 << 10;

    /// <summary>The XXH128 digest of a file of this length, or null where it has another length, is not wholly in the page cache, or the system cannot tell.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">Its length when it was last sound.</param>
    /// <param name="partly">Whether less than that lay in the page cache. Asking later does not tell: a read that found less makes the kernel read the rest.</param>
    public static UInt128? TryDigest(string path, int length, out bool partly)
    {
        partly = false;
        if (length > MaximumBytes) return null;
        var descriptor = Posix.Open(path, Posix.ReadOnly | Posix.CloseOnExec);
        if (descriptor < 0) return null;
        try
        {
            partly = Posix.CachedPages(descriptor, length) is >= 0 and var pages && pages < (length + Environment.SystemPageSize - 1) / Environment.SystemPageSize;
            return partly ? null : Digest(descriptor, length, out partly);
        }
        finally
        {
            _ = Posix.Close(descriptor);
        }
    }

    private static UInt128? Digest(int descriptor, int length, out bool partly)
    {
        // One more byte than there should be tells a file that has grown.
        var buffer = ArrayPool<byte>.Shared.Rent(length + 1);
        try
        {
            fixed (byte* first = buffer)
            {
                var read = Posix.Read(descriptor, new Posix.Segment(first, length + 1), 1, 0, Posix.ReadNoWait);
                partly = read < length;
                return read == length ? XxHash128.HashToUInt128(buffer.AsSpan(0, length)) : null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            partly = false;
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
