namespace EvalFaaS.Engines;

/// <summary>
/// Something that a guest has open: a stream, a file, a directory. What a kind of descriptor cannot do answers with the errors below.
/// Whether the guest has the right to it is the caller's question (<see cref="FdTable.Find(uint, Rights, out Descriptor)"/>).
/// </summary>
internal abstract class Descriptor
{
    /// <summary>What it is.</summary>
    public abstract FileType Type { get; }

    /// <summary>What may be done through it.</summary>
    public Rights Base { get; private set; }

    /// <summary>What may be done through descriptors opened by way of it.</summary>
    public Rights Inheriting { get; private set; }

    /// <summary>How it writes and waits.</summary>
    public FdFlags Flags { get; protected set; }

    /// <summary>Where the guest sees a granted directory, in UTF-8; null for what is not granted from the beginning.</summary>
    public virtual byte[]? GuestPath => null;

    /// <summary>Takes rights away.</summary>
    /// <returns><see cref="Errno.NotCapable"/> when it would give some.</returns>
    public Errno Narrow(Rights @base, Rights inheriting)
    {
        if ((@base & ~Base) != 0 || (inheriting & ~Inheriting) != 0) return Errno.NotCapable;
        SetRights(@base, inheriting);
        return Errno.Success;
    }

    /// <summary>Changes flags.</summary>
    public virtual Errno SetFlags(FdFlags flags)
    {
        Flags = flags;
        return Errno.Success;
    }

    /// <summary>Reads at the position and moves it.</summary>
    public virtual Errno Read(in IoVectors vectors, out int read) => None(Errno.BadF, out read);

    /// <summary>Writes at the position and moves it.</summary>
    public virtual Errno Write(in IoVectors vectors, out int written) => None(Errno.BadF, out written);

    /// <summary>Reads at an offset.</summary>
    public virtual Errno ReadAt(in IoVectors vectors, long offset, out int read) => None(Errno.SPipe, out read);

    /// <summary>Writes at an offset.</summary>
    public virtual Errno WriteAt(in IoVectors vectors, long offset, out int written) => None(Errno.SPipe, out written);

    /// <summary>Moves the position.</summary>
    public virtual Errno Seek(long offset, int whence, out long position)
    {
        position = 0;
        return Errno.SPipe;
    }

    /// <summary>Brings what was written to its place.</summary>
    public virtual Errno Sync(bool dataOnly) => Errno.Inval;

    /// <summary>Says how a part will be used.</summary>
    public virtual Errno Advise(long offset, long length, int advice) => Errno.SPipe;

    /// <summary>Makes room.</summary>
    public virtual Errno Allocate(long offset, long length) => Errno.SPipe;

    /// <summary>Sets the size.</summary>
    public virtual Errno Resize(long size) => Errno.Inval;

    /// <summary>Tells what it is.</summary>
    public virtual Errno Status(out FileStatus status)
    {
        status = new FileStatus { Type = Type, Links = 1 };
        return Errno.Success;
    }

    /// <summary>Sets times.</summary>
    public virtual Errno SetTimes(in FileTimes times) => Errno.Inval;

    /// <summary>Gives up what it holds of the host's.</summary>
    public virtual void Close()
    {
    }

    /// <summary>Sets rights, at opening.</summary>
    protected void SetRights(Rights @base, Rights inheriting) => (Base, Inheriting) = (@base, inheriting);

    private static Errno None(Errno errno, out int count)
    {
        count = 0;
        return errno;
    }
}
