using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>Faults of the worker processes themselves.</summary>
internal static class WorkerFaults
{
    /// <summary>The process ended while it had work.</summary>
    /// <param name="engine">The engine's name.</param>
    /// <param name="process">The process's number.</param>
    /// <param name="how">How it ended, in words.</param>
    public static InvocationFault Lost(string engine, int process, string how) => new(
        FaultKind.WorkerLost, $"engine/{engine}", $"The worker process {process} that ran the function ended ({how}); nothing else ran in it. A retry runs in another one.", RetryMayHelp: true);

    /// <summary>It could not be started.</summary>
    public static FaultException NotStarted(string engine, string why, Exception? inner = null) => new(
        FaultKind.EngineUnavailable, $"engine/{engine}", $"A worker process could not be started: {why}", retryMayHelp: true, inner);

    /// <summary>It speaks another version of the protocol.</summary>
    public static FaultException OtherVersion(string engine, string path, int theirs) => new(
        FaultKind.EngineUnavailable, $"engine/{engine}",
        $"The worker program '{path}' speaks version {theirs} of the worker protocol, this program version {WorkerProtocol.Version}. They are of different builds: build both anew.");

    /// <summary>The engine was disposed of while something waited for it.</summary>
    public static FaultException Closed(string engine) => new(
        FaultKind.Draining, $"engine/{engine}", "The engine was shut down.", retryMayHelp: true);

    /// <summary>A function that lives in this process cannot be called from another.</summary>
    public static FaultException NotPortable(string engine, HostFunction function) => new(
        FaultKind.ImportMissing, $"engine/{engine}",
        $"The host function {function.Module}.{function.Name} lives in this process and cannot be granted to a guest in a worker process. Choose an engine that runs in-process.");
}
