using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.WasmEdge.Interop;

/// <summary>What the process does on a signal; libc's structure, the same on x86-64 and ARM64.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SignalAction
{
    public nint Handler;
    public fixed ulong Mask[16];
    public int Flags;
    public nint Restorer;
}

/// <summary>sigaction and the limits of a thread's stack.</summary>
internal static unsafe partial class Signals
{
    public const int BusError = 7;
    public const int FloatingPointError = 8;
    public const int SegmentationFault = 11;

    /// <summary>The handler runs on the thread's alternate stack, which .NET gives to each of its threads.</summary>
    public const int OnAlternateStack = 0x08000000;

    /// <summary>What happens on this signal now.</summary>
    public static SignalAction Get(int signal)
    {
        SignalAction action;
        if (SigAction(signal, null, &action) != 0) throw new InvalidOperationException($"sigaction({signal}) failed.");
        return action;
    }

    /// <summary>Sets what happens on this signal.</summary>
    public static void Set(int signal, SignalAction action)
    {
        if (SigAction(signal, &action, null) != 0) throw new InvalidOperationException($"sigaction({signal}) failed.");
    }

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static partial int SigAction(int signal, SignalAction* next, SignalAction* previous);
}
