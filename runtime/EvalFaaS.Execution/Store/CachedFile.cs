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
    public static UInt128? TryDigest(string path, int length)
    {
        if (length > MaximumBytes) return null;
        var descriptor = Posix.Open(path, Posix.ReadOnly | Posix.CloseOnExec);
        if (descriptor < 0) return null;
        // One more byte than there should be tells a file that has grown.
        var buffer = ArrayPool<byte>.Shared.Rent(length + 1);
        try
        {
            fixed (byte* first = buffer)
            {
                var read = Posix.Read(descriptor, new Posix.Segment(first, length + 1), 1, 0, Posix.ReadNoWait);
                return read == length ? XxHash128.HashToUInt128(buffer.AsSpan(0, length)) : null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            _ = Posix.Close(descriptor);
        }
    }
}
