using System.Runtime.InteropServices;

namespace EvalFaaS.Engines;

/// <summary>A descriptor of the host's, closed when disposed.</summary>
internal sealed class HostFd : SafeHandle
{
    public HostFd(int fd) : base(-1, ownsHandle: true) => SetHandle(fd);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == -1;

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => Libc.Close((int)handle) == 0;
}
