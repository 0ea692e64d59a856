namespace EvalFaaS.Engines.Worker;

/// <summary>A call that waits for a worker.</summary>
/// <param name="claim">Whose call it is.</param>
/// <param name="wanted">The worker that holds its instance, or null for any.</param>
/// <param name="since">When it began to wait, a timestamp of the pool's clock.</param>
internal sealed class WorkerWaiter(WorkerClaim claim, WorkerProcess? wanted, long since)
    : TaskCompletionSource<WorkerProcess>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public WorkerClaim Claim => claim;

    public WorkerProcess? Wanted => wanted;

    public long Since => since;
}
