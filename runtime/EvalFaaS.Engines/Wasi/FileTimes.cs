namespace EvalFaaS.Engines;

/// <summary>Times to set, already in the host's words.</summary>
internal readonly struct FileTimes
{
    private readonly TimeSpec _access;
    private readonly TimeSpec _modify;

    private FileTimes(TimeSpec access, TimeSpec modify) => (_access, _modify) = (access, modify);

    /// <summary>Reads what the guest asks for.</summary>
    /// <returns><see cref="Errno.Inval"/> for flags that contradict each other or are unknown.</returns>
    public static Errno TryMake(ulong access, ulong modify, TimeFlags flags, out FileTimes times)
    {
        times = default;
        if ((flags & ~TimeFlags.All) != 0
            || (flags & (TimeFlags.Access | TimeFlags.AccessNow)) == (TimeFlags.Access | TimeFlags.AccessNow)
            || (flags & (TimeFlags.Modify | TimeFlags.ModifyNow)) == (TimeFlags.Modify | TimeFlags.ModifyNow))
            return Errno.Inval;
        times = new FileTimes(
            Of(access, flags.HasFlag(TimeFlags.Access), flags.HasFlag(TimeFlags.AccessNow)),
            Of(modify, flags.HasFlag(TimeFlags.Modify), flags.HasFlag(TimeFlags.ModifyNow)));
        return Errno.Success;
    }

    /// <summary>Sets them on a descriptor that is open for more than its path.</summary>
    public unsafe Errno Set(HostFd fd)
    {
        var both = stackalloc TimeSpec[2] { _access, _modify };
        return Libc.Outcome(Libc.SetTimes(fd, both));
    }

    /// <summary>Sets them on what a descriptor opened by path alone refers to.</summary>
    public unsafe Errno SetByPath(HostFd fd)
    {
        var both = stackalloc TimeSpec[2] { _access, _modify };
        var empty = (byte)0;
        return Libc.Outcome(Libc.SetTimes(fd, &empty, both, Libc.AtEmptyPath));
    }

    private static TimeSpec Of(ulong ns, bool set, bool now) => new()
    {
        Seconds = set ? (long)(ns / 1_000_000_000) : 0,
        Nanoseconds = now ? TimeSpec.Now : set ? (long)(ns % 1_000_000_000) : TimeSpec.Omit,
    };
}
