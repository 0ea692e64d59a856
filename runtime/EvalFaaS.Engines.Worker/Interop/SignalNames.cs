namespace EvalFaaS.Engines.Worker;

/// <summary>Names of the signals that end a process by its own fault or by others' will.</summary>
internal static class SignalNames
{
    public static string Of(int signal) => signal switch
    {
        4 => ", illegal instruction",
        6 => ", aborted",
        7 => ", bus error",
        8 => ", arithmetic error",
        9 => ", killed",
        11 => ", segmentation fault",
        15 => ", terminated",
        _ => "",
    };
}
