namespace EvalFaaS.Engines;

/// <summary>
/// The directory that holds a path's last component, opened so that the way to it cannot leave the start, and that component's name.
/// What changes directories acts on this pair: a single name in an open directory leads nowhere else.
/// </summary>
internal readonly ref struct ParentPath
{
    private readonly HostFd? _owned;

    private ParentPath(HostFd parent, bool owned, ReadOnlySpan<byte> name)
    {
        Parent = parent;
        _owned = owned ? parent : null;
        Name = name;
    }

    /// <summary>The directory.</summary>
    public HostFd Parent { get; }

    /// <summary>The name with a NUL at its end, and one slash before it where the path had any.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>Whether the path ended in a slash.</summary>
    public bool HasTrailingSlash => Name[^2] == '/';

    /// <summary>Opens a path's parent.</summary>
    /// <param name="start">Where the path starts.</param>
    /// <param name="path">The path; its copy is changed.</param>
    /// <param name="ofDots">What a last component of <c>.</c> or <c>..</c> is answered with: neither names an entry of its parent.</param>
    /// <param name="found">The pair; to be disposed.</param>
    public static Errno TryOpen(HostFd start, scoped in GuestPath path, Errno ofDots, out ParentPath found)
    {
        found = default;
        var bytes = path.Bytes;
        var end = bytes.LastIndexOfAnyExcept((byte)'/') + 1;
        var slash = bytes[..end].LastIndexOf((byte)'/');
        var name = bytes[(slash + 1)..end];
        if (name is [(byte)'.'] or [(byte)'.', (byte)'.']) return ofDots;

        // Room for one slash and the NUL is there: what follows the name is slashes or the path's own NUL.
        var length = slash + 1 + name.Length + (path.HasTrailingSlash ? 1 : 0);
        var withNul = path.Buffer[..(length + 1)];
        withNul[length] = 0;
        var nameWithNul = withNul[(slash + 1)..];
        if (slash < 0)
        {
            found = new ParentPath(start, owned: false, nameWithNul);
            return Errno.Success;
        }

        withNul[slash] = 0;
        var errno = OpenAt2.Open(start, withNul[..(slash + 1)], LinuxOpen.Path | LinuxOpen.Directory, 0, out var parent);
        if (errno == Errno.Success) found = new ParentPath(parent, owned: true, nameWithNul);
        return errno;
    }

    /// <summary>Closes the directory where it was opened for this.</summary>
    public void Dispose() => _owned?.Dispose();
}
