using System.ComponentModel;
using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Worker;

/// <summary>Makes connected pairs of stream sockets that no other child of this process inherits.</summary>
internal static unsafe class SocketPairs
{
    // Above the numbers that the child's ends are moved to, so that one move cannot close the other's source.
    private const int LowestDescriptor = 16;

    public static (FileHandle Near, FileHandle Far) Create()
    {
        var pair = stackalloc int[2];
        if (Libc.SocketPair(Libc.AfUnix, Libc.SockStream | Libc.SockCloseOnExec, 0, pair) != 0) throw Failed("socketpair");
        return (new FileHandle(pair[0]), Raise(pair[1]));
    }

    private static FileHandle Raise(int descriptor)
    {
        if (descriptor >= LowestDescriptor) return new FileHandle(descriptor);
        var raised = Libc.FileControl(descriptor, Libc.DuplicateCloseOnExec, LowestDescriptor);
        Libc.Close(descriptor);
        return raised < 0 ? throw Failed("fcntl") : new FileHandle(raised);
    }

    private static Win32Exception Failed(string call) => new(Marshal.GetLastPInvokeError(), $"{call}: {Marshal.GetLastPInvokeErrorMessage()}");
}
