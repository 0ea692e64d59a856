using System.Text;

namespace EvalFaaS.Engines;

/// <summary>
/// Empties a directory that a guest filled. A guest can nest deeper than any path is long and any stack is deep,
/// so nothing here recurses: what lies two levels down is moved up and taken there.
/// </summary>
internal static unsafe class TreeRemoval
{
    private const int BufferSize = 16 << 10;

    /// <summary>Removes what is in the directory; what the host refuses to remove stays.</summary>
    public static void Empty(HostFd directory)
    {
        while (Sweep(directory, directory))
        {
        }
    }

    /// <summary>One pass over a directory.</summary>
    /// <returns>Whether something was removed or moved up.</returns>
    private static bool Sweep(HostFd directory, HostFd top)
    {
        var buffer = stackalloc byte[BufferSize];
        var progress = false;
        Libc.Seek(directory, 0, 0);
        while (Libc.ReadDirectory(directory, buffer, BufferSize) is > 0 and var length)
        {
            var entries = new DirectoryEntries(new ReadOnlySpan<byte>(buffer, (int)length));
            while (entries.MoveNext())
            {
                if (entries.IsDots) continue;
                fixed (byte* name = entries.NameWithNul)
                    progress |= Remove(directory, name, top);
            }
        }

        return progress;
    }

    private static bool Remove(HostFd directory, byte* name, HostFd top)
    {
        if (Libc.Unlink(directory, name, 0) == 0 || Libc.Unlink(directory, name, Libc.AtRemoveDirectory) == 0) return true;
        if (!ReferenceEquals(directory, top)) return MoveUp(directory, name, top);
        using var inner = new HostFd(Libc.OpenAt(directory, name, (int)(LinuxOpen.Directory | LinuxOpen.NoFollow | LinuxOpen.CloseOnExec), 0));
        if (inner.IsInvalid) return false;
        var progress = Sweep(inner, top);
        return Libc.Unlink(directory, name, Libc.AtRemoveDirectory) == 0 || progress;
    }

    private static bool MoveUp(HostFd directory, byte* name, HostFd top)
    {
        fixed (byte* target = Encoding.ASCII.GetBytes($".{Guid.NewGuid():N}\0"))
            return Libc.Rename(directory, name, top, target) == 0;
    }
}
