namespace EvalFaaS.Engines;

/// <summary>An empty <c>/tmp</c> for one invocation: made when it is first used, removed at the invocation's end.</summary>
internal sealed class ScratchDirectory : Preopen
{
    private string? _path;

    public ScratchDirectory(GuestState state) : base(state, "/tmp", readOnly: false)
    {
    }

    /// <summary>Removes it with all that is in it, however deep.</summary>
    public void Remove()
    {
        if (_path is null) return;
        using (var fd = new HostFd(Libc.Open(_path, (int)(LinuxOpen.Directory | LinuxOpen.NoFollow | LinuxOpen.CloseOnExec))))
            if (!fd.IsInvalid) TreeRemoval.Empty(fd);
        try
        {
            Directory.Delete(_path);
        }
        catch (IOException)
        {
            // What could not be removed stays in the system's temporary folder; the invocation is not at fault.
        }

        _path = null;
    }

    /// <inheritdoc/>
    protected override string HostPath() => _path ??= Directory.CreateTempSubdirectory("evalfaas-").FullName;
}
