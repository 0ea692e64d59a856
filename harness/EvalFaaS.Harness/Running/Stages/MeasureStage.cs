using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>What is recorded.</summary>
internal sealed class MeasureStage : IStage
{
    private static readonly ITrialKind[] Kinds = [new StartTrial(), new LoadTrial(MeasureKind.Latency), new LoadTrial(MeasureKind.Throughput), new MemoryTrial(), new DeployedTrial()];

    public string Name => "measure";

    public string StopRule => "ends with the measure's count or duration; requests under way then are waited for";

    public async Task<StageEnd> RunAsync(TrialWork work, CancellationToken cancellation)
    {
        var steal = Steal.Ns();
        work.Trial = work.Trial with { LoadsBefore = await work.Run.LoadsAsync(cancellation) };
        await Kinds.First(k => k.Kind == work.Cell.Measure.Kind).RunAsync(work, cancellation);
        work.Trial = work.Trial with { StealNs = Steal.Ns() - steal };
        if (work.Samples.Length > 0) work.Trial = Count(work.Trial, work.Samples);
        return work.Trial.Error is { } error ? new StageEnd(StageRow.Failed, error) : StageEnd.Done;
    }

    private static Trial Count(Trial trial, Sample[] samples) => trial with
    {
        Issued = samples.Length,
        Ok = samples.Count(s => s.Outcome == Sample.Ok),
        Failed = samples.Count(s => s.Outcome != Sample.Ok),
        InWrongState = samples.Count(s => s.Outcome == Sample.Ok && !s.IsIn(trial.State)),
    };
}
