namespace EvalFaaS.Engines;

/// <summary>Error numbers of WASI preview 1, as far as this host gives them (<c>errno</c> in wasi_snapshot_preview1.witx).</summary>
internal enum Errno : ushort
{
    /// <summary>No error.</summary>
    Success = 0,

    /// <summary>Argument list too long.</summary>
    TooBig = 1,

    /// <summary>Permission denied.</summary>
    Acces = 2,

    /// <summary>Would block; try again.</summary>
    Again = 6,

    /// <summary>No such descriptor, or not open for this.</summary>
    BadF = 8,

    /// <summary>In use.</summary>
    Busy = 10,

    /// <summary>Quota used up.</summary>
    DQuot = 19,

    /// <summary>Exists already.</summary>
    Exist = 20,

    /// <summary>A pointer outside the guest's memory.</summary>
    Fault = 21,

    /// <summary>File too large.</summary>
    FBig = 22,

    /// <summary>Illegal byte sequence.</summary>
    IlSeq = 25,

    /// <summary>Interrupted.</summary>
    Intr = 27,

    /// <summary>Invalid argument.</summary>
    Inval = 28,

    /// <summary>Input or output failed.</summary>
    Io = 29,

    /// <summary>Is a directory.</summary>
    IsDir = 31,

    /// <summary>A symbolic link where none may be, or too many.</summary>
    Loop = 32,

    /// <summary>Too many descriptors open.</summary>
    MFile = 33,

    /// <summary>Too many links.</summary>
    MLink = 34,

    /// <summary>A name or path is too long.</summary>
    NameTooLong = 37,

    /// <summary>The host has too many files open.</summary>
    NFile = 41,

    /// <summary>No such device.</summary>
    NoDev = 43,

    /// <summary>No such file or directory.</summary>
    NoEnt = 44,

    /// <summary>Not enough memory.</summary>
    NoMem = 48,

    /// <summary>No space left.</summary>
    NoSpc = 51,

    /// <summary>Not implemented.</summary>
    NoSys = 52,

    /// <summary>Not a directory.</summary>
    NotDir = 54,

    /// <summary>Directory not empty.</summary>
    NotEmpty = 55,

    /// <summary>Not a socket.</summary>
    NotSock = 57,

    /// <summary>Not supported.</summary>
    NotSup = 58,

    /// <summary>Not a terminal.</summary>
    NoTty = 59,

    /// <summary>No such device or address.</summary>
    NxIo = 60,

    /// <summary>Value too large.</summary>
    Overflow = 61,

    /// <summary>Not permitted: also for a path that leaves its directory.</summary>
    Perm = 63,

    /// <summary>Nobody reads this any more.</summary>
    Pipe = 64,

    /// <summary>Result out of range.</summary>
    Range = 68,

    /// <summary>The directory was granted read-only.</summary>
    RoFs = 69,

    /// <summary>Cannot seek.</summary>
    SPipe = 70,

    /// <summary>Stale handle.</summary>
    Stale = 72,

    /// <summary>Timed out.</summary>
    TimedOut = 73,

    /// <summary>The file is being executed.</summary>
    TxtBsy = 74,

    /// <summary>On another file system.</summary>
    XDev = 75,

    /// <summary>The descriptor lacks the right.</summary>
    NotCapable = 76,

    /// <summary>Never given to a guest: it exited, failed or was cancelled, and is unwound.</summary>
    Unwound = ushort.MaxValue,
}
