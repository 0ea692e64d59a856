namespace EvalFaaS.Engines;

/// <summary>stdout: the response's body of a command; log lines of any other guest.</summary>
internal sealed class OutputStream : Descriptor
{
    private readonly GuestState _state;
    private bool _command;

    public OutputStream(GuestState state) => _state = state;

    /// <inheritdoc/>
    public override FileType Type => _command && _state.Context.Terminals.HasFlag(TerminalStreams.Output) ? FileType.CharacterDevice : FileType.Unknown;

    /// <summary>Opens it for an invocation.</summary>
    public void Begin(bool command)
    {
        _command = command;
        Flags = FdFlags.None;
        SetRights(Rights.Output, Rights.None);
    }

    /// <inheritdoc/>
    public override Errno Write(in IoVectors vectors, out int written)
    {
        written = 0;
        for (var i = 0; i < vectors.Count; i++)
        {
            if (!_command) _state.Log(GuestLogLevel.Information, vectors[i]);
            else if (_state.Output.Append(vectors[i]) is not Errno.Success and var errno) return errno;
        }

        written = vectors.Total;
        return _command ? _state.Output.Written() : Errno.Success;
    }

    /// <inheritdoc/>
    public override Errno Sync(bool dataOnly) => _command ? _state.Output.HandOver() : Errno.Success;
}
