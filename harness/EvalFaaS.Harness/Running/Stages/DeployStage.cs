namespace EvalFaaS.Harness.Running;

/// <summary>Puts the function into the target.</summary>
internal sealed class DeployStage : IStage
{
    public string Name => "deploy";

    public string StopRule => "ends when the function is served; a function stays deployed for the later trials of its target in the same block";

    public async Task<StageEnd> RunAsync(TrialWork work, CancellationToken cancellation)
    {
        if (work.Functions.Find(work.Cell.Workload) is not null) return StageEnd.Skipped;
        await work.Functions.DeployAsync(work.Cell.Workload, work.Run, cancellation);
        return StageEnd.Done;
    }
}
