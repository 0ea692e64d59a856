using System.Runtime.InteropServices;
using System.Text;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>A directory that a guest finds at its start.</summary>
internal abstract class Preopen
{
    private readonly GuestState _state;

    protected Preopen(GuestState state, string guestPath, bool readOnly)
    {
        _state = state;
        GuestPath = Encoding.UTF8.GetBytes(guestPath);
        ReadOnly = readOnly;
    }

    /// <summary>Where the guest sees it, in UTF-8.</summary>
    public byte[] GuestPath { get; }

    /// <summary>Whether nothing beneath it may be changed.</summary>
    public bool ReadOnly { get; }

    /// <summary>Opens it on the host.</summary>
    /// <returns>Null where it cannot be had; the state has the fault then.</returns>
    public HostFd? Open()
    {
        if (_state.Wasi.PathsUnavailable is { } why)
            return Fail(FaultKind.EngineUnavailable, why);
        string path;
        try
        {
            path = HostPath();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(FaultKind.StorageFailed, $"The directory for {Encoding.UTF8.GetString(GuestPath)} cannot be made: {e.Message}");
        }

        var fd = new HostFd(Libc.Open(path, (int)(LinuxOpen.Directory | LinuxOpen.CloseOnExec)));
        if (!fd.IsInvalid) return fd;
        fd.Dispose();
        return Fail(FaultKind.StorageFailed,
            $"The directory {path}, granted as {Encoding.UTF8.GetString(GuestPath)}, cannot be opened: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
    }

    /// <summary>Its path on the host; makes it where it is to be made.</summary>
    protected abstract string HostPath();

    private HostFd? Fail(FaultKind kind, string message)
    {
        _state.Fail(new InvocationFault(kind, "wasi", message));
        return null;
    }
}

/// <summary>A directory that the function's policy grants.</summary>
internal sealed class GrantedDirectory : Preopen
{
    private readonly string _hostPath;

    public GrantedDirectory(GuestState state, DirectoryGrant grant) : base(state, grant.GuestPath, grant.ReadOnly) => _hostPath = grant.HostPath;

    /// <inheritdoc/>
    protected override string HostPath() => _hostPath;
}
