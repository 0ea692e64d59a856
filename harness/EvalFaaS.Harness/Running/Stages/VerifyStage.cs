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
        foreach (var (part, _) in work.Cell.Workload.Parts)
        {
            var function = work.Functions.Find(part)!;
            var answer = function.Served is { } served
                ? await OneRequest.RunAsync(served, work.Machine, cancellation)
                : (await function.StartOnceAsync(work.Cell.State ?? AnyState, cancellation)).Sample;
            if (answer.Outcome != LoadOutcome.Ok)
                throw new TargetException($"'{work.Cell.Target}' does not answer '{part.Label}' rightly: {answer.Outcome} (status {answer.Status}).");
        }

        return StageEnd.Done;
    }
}
