using Microsoft.Win32.SafeHandles;

namespace EvalFaaS.Engines.Worker;

/// <summary>A file descriptor that this process owns.</summary>
internal sealed class FileHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public FileHandle(int descriptor) : base(ownsHandle: true) => SetHandle(descriptor);

    public int Descriptor => (int)handle;

    protected override bool ReleaseHandle() => Libc.Close((int)handle) == 0;
}
