namespace EvalFaaS.Engines;

/// <summary>How a descriptor writes and waits (<c>fdflags</c> in the witx).</summary>
[Flags]
internal enum FdFlags : ushort
{
    None = 0,
    Append = 1 << 0,
    DSync = 1 << 1,
    NonBlock = 1 << 2,
    RSync = 1 << 3,
    Sync = 1 << 4,
    All = Append | DSync | NonBlock | RSync | Sync,
}

/// <summary>How a path is opened (<c>oflags</c> in the witx).</summary>
[Flags]
internal enum OpenFlags : ushort
{
    None = 0,
    Create = 1 << 0,
    Directory = 1 << 1,
    Exclusive = 1 << 2,
    Truncate = 1 << 3,
    All = Create | Directory | Exclusive | Truncate,
}

/// <summary>How a path's last component is taken (<c>lookupflags</c> in the witx).</summary>
[Flags]
internal enum LookupFlags : uint
{
    None = 0,
    SymlinkFollow = 1 << 0,
}

/// <summary>Which times to set (<c>fstflags</c> in the witx).</summary>
[Flags]
internal enum TimeFlags : ushort
{
    None = 0,
    Access = 1 << 0,
    AccessNow = 1 << 1,
    Modify = 1 << 2,
    ModifyNow = 1 << 3,
    All = Access | AccessNow | Modify | ModifyNow,
}
