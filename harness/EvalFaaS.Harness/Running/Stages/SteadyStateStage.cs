using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Running;

/// <summary>Goes on with a load's warm-up until its latencies no longer change, or says that they never stopped changing.</summary>
internal sealed class SteadyStateStage : IStage
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    public string Name => StageRow.SteadyState;

    public string StopRule =>
        $"the load goes on until the mean latencies of its windows of {WarmUpSeries.Window.TotalMilliseconds:0} ms are steady by MSER-5 (the initial part to be cut off is less than half of them), at most for the measure's steady_limit";

    public async Task<StageEnd> RunAsync(TrialWork work, CancellationToken cancellation)
    {
        if (work.Load is not { } load) return StageEnd.Skipped;
        var verdict = await work.WarmUp.ExtendAsync(load.SteadyLimit, Step, work.Plan, work.Machine.Clock, cancellation);
        var windows = work.WarmUp.Means.Count;
        return verdict switch
        {
            { Steady: true } => new StageEnd(StageRow.Steady, $"from window {verdict.Cut} of {windows} on"),
            { Enough: true } => new StageEnd(StageRow.NeverSteady, $"{windows} windows"),
            _ => new StageEnd(StageRow.Undecided, $"{windows} windows where {Mser5.FewestValues} are needed"),
        };
    }
}
