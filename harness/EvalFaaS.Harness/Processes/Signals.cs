using System.Runtime.InteropServices;

namespace EvalFaaS.Harness.Processes;

/// <summary>Signals to processes.</summary>
internal static partial class Signals
{
    private const int SigTerm = 15;

    /// <summary>Asks a process to end.</summary>
    public static void Terminate(int process) => Kill(process, SigTerm);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
