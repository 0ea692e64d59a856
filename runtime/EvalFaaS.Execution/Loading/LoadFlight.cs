using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>One load that any number of invocations wait for. Belongs to none of them: one that is cancelled leaves it flying.</summary>
internal sealed class LoadFlight
{
    private readonly List<(Phase Phase, long EndNs)> _stages = [];

    /// <summary>The load. Completes after the last stage has been noted.</summary>
    public Task<LoadedModule> Task { get; set; } = null!;

    /// <summary>How much was there when it began.</summary>
    public StartState StartState { get; set; } = StartState.ArtefactOnDisk;

    /// <summary>Why it was not mapped.</summary>
    public ColdCause Cause { get; init; }

    /// <summary>Notes the end of a stage.</summary>
    public void EndStage(Phase phase, long nowNs) => _stages.Add((phase, nowNs));

    /// <summary>Writes into a ledger what its invocation waited for. Only after <see cref="Task"/> has completed.</summary>
    public void Describe(InvocationLedger ledger)
    {
        foreach (var (phase, end) in _stages)
            if (end > ledger.LastNs) ledger.MarkAt(phase, end);
        ledger.StartState = StartState;
        ledger.Cause = Cause;
    }
}
