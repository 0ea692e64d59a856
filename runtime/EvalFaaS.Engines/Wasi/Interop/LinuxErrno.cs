namespace EvalFaaS.Engines;

/// <summary>Error numbers of Linux (the generic table, the same on x86-64 and arm64) as those of WASI.</summary>
internal static class LinuxErrno
{
    public const int Interrupted = 4;
    public const int Again = 11;
    public const int CrossDevice = 18;

    /// <summary>The guest's word for a host error; <see cref="Errno.Io"/> where it has none.</summary>
    public static Errno ToErrno(int linux) => linux switch
    {
        1 => Errno.Perm,
        2 => Errno.NoEnt,
        4 => Errno.Intr,
        5 => Errno.Io,
        6 => Errno.NxIo,
        7 => Errno.TooBig,
        9 => Errno.BadF,
        11 => Errno.Again,
        12 => Errno.NoMem,
        13 => Errno.Acces,
        14 => Errno.Fault,
        16 => Errno.Busy,
        17 => Errno.Exist,
        18 => Errno.XDev,
        19 => Errno.NoDev,
        20 => Errno.NotDir,
        21 => Errno.IsDir,
        22 => Errno.Inval,
        23 => Errno.NFile,
        24 => Errno.NFile, // the host's own table is full, not the guest's
        25 => Errno.NoTty,
        26 => Errno.TxtBsy,
        27 => Errno.FBig,
        28 => Errno.NoSpc,
        29 => Errno.SPipe,
        30 => Errno.RoFs,
        31 => Errno.MLink,
        32 => Errno.Pipe,
        34 => Errno.Range,
        36 => Errno.NameTooLong,
        38 => Errno.NoSys,
        39 => Errno.NotEmpty,
        40 => Errno.Loop,
        75 => Errno.Overflow,
        84 => Errno.IlSeq,
        95 => Errno.NotSup,
        110 => Errno.TimedOut,
        116 => Errno.Stale,
        122 => Errno.DQuot,
        _ => Errno.Io,
    };
}
