using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Running;

/// <summary>Takes a trial through its stages. One that fails ends it; what was measured until then is kept.</summary>
internal static class TrialRunner
{
    /// <summary>In the order in which they run.</summary>
    public static IReadOnlyList<IStage> Stages { get; } =
        [new DeployStage(), new VerifyStage(), new WarmUpStage(), new SteadyStateStage(), new MeasureStage(), new CoolDownStage(), new CollectStage()];

    /// <summary>Runs it, and returns a row of each stage.</summary>
    public static async Task<IReadOnlyList<StageRow>> RunAsync(TrialWork work, CancellationToken cancellation)
    {
        var rows = new List<StageRow>(Stages.Count);
        foreach (var stage in Stages)
        {
            var begun = work.Machine.Clock.NowNs;
            StageEnd end;
            try
            {
                end = work.Run.Failure is { } dead && rows.Count == 0 ? throw new InvalidOperationException(dead) : await stage.RunAsync(work, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                end = new StageEnd(StageRow.Failed, work.Run.Failure ?? e.Message);
            }

            rows.Add(new StageRow
            {
                Run = work.Trial.Run,
                Block = work.Trial.Block,
                Trial = work.Trial.Number,
                Name = stage.Name,
                BeginNs = begun,
                DurationNs = work.Machine.Clock.NowNs - begun,
                Verdict = end.Verdict,
                Detail = end.Detail,
            });
            if (end.Verdict != StageRow.Failed) continue;
            work.Trial = work.Trial with { Error = work.Trial.Error ?? end.Detail };
            break;
        }

        return rows;
    }
}
