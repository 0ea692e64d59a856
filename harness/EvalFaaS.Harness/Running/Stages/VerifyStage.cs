using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Compares one answer with the expected one before anything is timed.</summary>
internal sealed class VerifyStage : IStage
{
    // Every target that serves no HTTP has it.
    private const string AnyState = "N4";

    public string Name => "verify";

    public string StopRule => "ends with the first answer of a deployed function, which must be the expected one";

    public async Task<StageEnd> RunAsync(TrialWork work, CancellationToken cancellation)
    {
        if (!work.Functions.IsFirst(work.Cell.Workload, Name)) return StageEnd.Skipped;
        var answer = work.Function.Served is { } served
            ? await OneRequest.RunAsync(served, work.Machine, cancellation)
            : (await work.Function.StartOnceAsync(work.Cell.State ?? AnyState, cancellation)).Sample;
        return answer.Outcome == LoadOutcome.Ok
            ? StageEnd.Done
            : throw new TargetException($"'{work.Cell.Target}' does not answer '{work.Cell.Workload.Label}' rightly: {answer.Outcome} (status {answer.Status}).");
    }
}
