using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>Enters the worker's durations into the invocation's ledger. What is left over, the way there and back, belongs to execute.</summary>
internal static class WorkerPhases
{
    public static void Mark(InvocationLedger ledger, in Ended ended)
    {
        Part(ledger, Phase.Load, ended.LoadNs);
        Part(ledger, Phase.Instantiate, ended.InstantiateNs);
        Part(ledger, Phase.Init, ended.InitNs);
        ledger.Mark(Phase.Execute);
        ledger.AddHostTime(ended.HostNs);
        // It was not mapped in that worker, whatever the caller believed.
        if (ended.LoadNs > 0 && ledger.StartState > StartState.ArtefactOnDisk) ledger.StartState = StartState.ArtefactOnDisk;
    }

    private static void Part(InvocationLedger ledger, Phase phase, long ns)
    {
        if (ns > 0) ledger.MarkAt(phase, ledger.LastNs + ns);
    }
}
