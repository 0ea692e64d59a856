namespace EvalFaaS.Cli.Terminal;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;

    /// <summary>A comparison that needs more blocks.</summary>
    public const int Undecided = 3;

    /// <summary>A guest that ran out of its time, as timeout(1) says it.</summary>
    public const int TimedOut = 124;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>A guest that trapped, as a process ended by SIGABRT.</summary>
    public const int Trapped = 134;
}
