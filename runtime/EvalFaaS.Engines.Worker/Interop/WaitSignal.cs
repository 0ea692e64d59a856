using System.ComponentModel;
using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Worker;

/// <summary>Lets a thread wait for a socket and be called off by another thread.</summary>
internal sealed unsafe class WaitSignal : IDisposable
{
    private readonly FileHandle _event;

    public WaitSignal()
    {
        var descriptor = Libc.EventFd(0, Libc.EventCloseOnExec | Libc.EventNonBlocking);
        if (descriptor < 0) throw new Win32Exception(Marshal.GetLastPInvokeError(), "eventfd failed.");
        _event = new FileHandle(descriptor);
    }

    /// <summary>Ends the present or next wait.</summary>
    public void Set()
    {
        ulong one = 1;
        Libc.Write(_event, (byte*)&one, sizeof(ulong));
    }

    /// <summary>Forgets what was set.</summary>
    public void Clear()
    {
        ulong count;
        Libc.Read(_event, (byte*)&count, sizeof(ulong));
    }

    /// <summary>Holds the thread until the descriptor can be read or the signal is set.</summary>
    public void Wait(int descriptor)
    {
        var entries = stackalloc Libc.PollEntry[2];
        entries[0] = new Libc.PollEntry { File = descriptor, Events = Libc.PollIn };
        entries[1] = new Libc.PollEntry { File = _event.Descriptor, Events = Libc.PollIn };
        Libc.Poll(entries, 2, -1);
    }

    /// <inheritdoc/>
    public void Dispose() => _event.Dispose();
}
