using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;
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
            Require(answer, work.Cell.Target, part);
        }

        return StageEnd.Done;
    }

    /// <summary>Throws where an answer was not the expected one.</summary>
    /// <exception cref="TargetException">It was not; the message has the target and what it answered.</exception>
    public static void Require(in LoadSample answer, string target, Workload workload)
    {
        if (answer.Outcome != LoadOutcome.Ok) throw new TargetException($"'{target}' does not answer '{workload.Label}' rightly: {answer.Outcome} (status {answer.Status}).");
    }
}
