using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Running;

/// <summary>Reads what proves the trial: the target's own counts, and whether it still lives.</summary>
internal sealed class CollectStage : IStage
{
    public string Name => "collect";

    public string StopRule => "ends with the target's count of loads";

    public async Task<StageEnd> RunAsync(TrialWork work, CancellationToken cancellation)
    {
        // What was measured before a target's end is kept, its failures counted; the trial says that it is not whole.
        if (work.Run.Failure is { } end)
        {
            work.Trial = work.Trial with { Error = work.Trial.Error ?? end };
            return new StageEnd(StageRow.Failed, end);
        }

        work.Trial = work.Trial with { LoadsAfter = await work.Run.LoadsAsync(cancellation) };
        return StageEnd.Done;
    }
}
