using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Running;

/// <summary>Goes on with a load's warm-up until its latencies no longer change, or says that they never stopped changing.</summary>
internal sealed class SteadyStateStage : IStage
{
    /// <summary>The load was steady.</summary>
    public const string Steady = "steady";

    /// <summary>It still changed when the time was up.</summary>
    public const string NeverSteady = "never-steady";

    /// <summary>There was too little load to tell.</summary>
    public const string Undecided = "undecided";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    public string Name => "steady-state";

    public string StopRule =>
        $"the load goes on until the mean latencies of its windows of {WarmUpSeries.Window.TotalMilliseconds:0} ms are steady by MSER-5 (the initial part to be cut off is less than half of them), at most for the measure's steady_limit";

    public async Task<StageEnd> RunAsync(TrialWork work, CancellationToken cancellation)
    {
        if (work.Load is not { } load) return StageEnd.Skipped;
        for (var left = load.SteadyLimit; ; left -= Step)
        {
            var verdict = Mser5.Of(work.WarmUp.Means);
            if (verdict.Steady) return new StageEnd(Steady, $"from window {verdict.Cut} of {work.WarmUp.Means.Count} on");
            if (left <= TimeSpan.Zero)
                return verdict.Enough
                    ? new StageEnd(NeverSteady, $"{work.WarmUp.Means.Count} windows")
                    : new StageEnd(Undecided, $"{work.WarmUp.Means.Count} windows where {Mser5.FewestValues} are needed");
            work.WarmUp.Add(await LoadGenerator.RunAsync(work.Plan(left < Step ? left : Step), work.Machine.Clock, cancellation));
        }
    }
}
