namespace EvalFaaS.Engines;

/// <summary>stderr: the invocation's log.</summary>
internal sealed class LogStream : Descriptor
{
    private readonly GuestState _state;

    public LogStream(GuestState state) => _state = state;

    /// <inheritdoc/>
    public override FileType Type => _state.Context.Terminals.HasFlag(TerminalStreams.Error) ? FileType.CharacterDevice : FileType.Unknown;

    /// <summary>Opens it for an invocation.</summary>
    public void Begin()
    {
        Flags = FdFlags.None;
        SetRights(Rights.Output, Rights.None);
    }

    /// <inheritdoc/>
    public override Errno Write(in IoVectors vectors, out int written)
    {
        for (var i = 0; i < vectors.Count; i++) _state.Log(GuestLogLevel.Stderr, vectors[i]);
        written = vectors.Total;
        return Errno.Success;
    }

    /// <inheritdoc/>
    public override Errno Sync(bool dataOnly) => Errno.Success;
}
