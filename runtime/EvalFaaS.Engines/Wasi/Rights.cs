namespace EvalFaaS.Engines;

/// <summary>What may be done through a descriptor (<c>rights</c> in the witx).</summary>
[Flags]
internal enum Rights : ulong
{
    None = 0,
    FdDataSync = 1 << 0,
    FdRead = 1 << 1,
    FdSeek = 1 << 2,
    FdStatSetFlags = 1 << 3,
    FdSync = 1 << 4,
    FdTell = 1 << 5,
    FdWrite = 1 << 6,
    FdAdvise = 1 << 7,
    FdAllocate = 1 << 8,
    PathCreateDirectory = 1 << 9,
    PathCreateFile = 1 << 10,
    PathLinkSource = 1 << 11,
    PathLinkTarget = 1 << 12,
    PathOpen = 1 << 13,
    FdReadDir = 1 << 14,
    PathReadLink = 1 << 15,
    PathRenameSource = 1 << 16,
    PathRenameTarget = 1 << 17,
    PathFileStatGet = 1 << 18,
    PathFileStatSetSize = 1 << 19,
    PathFileStatSetTimes = 1 << 20,
    FdFileStatGet = 1 << 21,
    FdFileStatSetSize = 1 << 22,
    FdFileStatSetTimes = 1 << 23,
    PathSymlink = 1 << 24,
    PathRemoveDirectory = 1 << 25,
    PathUnlinkFile = 1 << 26,
    PollFdReadWrite = 1 << 27,

    /// <summary>What applies to a regular file.</summary>
    File = FdDataSync | FdRead | FdSeek | FdStatSetFlags | FdSync | FdTell | FdWrite | FdAdvise | FdAllocate
        | FdFileStatGet | FdFileStatSetSize | FdFileStatSetTimes | PollFdReadWrite,

    /// <summary>What applies to a directory.</summary>
    Directory = FdStatSetFlags | FdSync | PathCreateDirectory | PathCreateFile | PathLinkSource | PathLinkTarget | PathOpen | FdReadDir
        | PathReadLink | PathRenameSource | PathRenameTarget | PathFileStatGet | PathFileStatSetSize | PathFileStatSetTimes
        | FdFileStatGet | FdFileStatSetTimes | PathSymlink | PathRemoveDirectory | PathUnlinkFile | PollFdReadWrite,

    /// <summary>What applies to a stream that is read.</summary>
    Input = FdRead | FdStatSetFlags | FdFileStatGet | PollFdReadWrite,

    /// <summary>What applies to a stream that is written.</summary>
    Output = FdWrite | FdStatSetFlags | FdDataSync | FdSync | FdFileStatGet | PollFdReadWrite,

    /// <summary>What changes a file through its descriptor.</summary>
    FileChanges = FdWrite | FdAllocate | FdFileStatSetSize,
}
