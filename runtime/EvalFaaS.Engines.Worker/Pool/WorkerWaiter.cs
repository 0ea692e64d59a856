namespace EvalFaaS.Engines.Worker;

/// <summary>Someone who waits for a worker.</summary>
/// <param name="wanted">The one that holds his instance, or null for any.</param>
/// <param name="since">When he began to wait, a timestamp of the pool's clock.</param>
internal sealed class WorkerWaiter(WorkerProcess? wanted, long since) : TaskCompletionSource<WorkerProcess>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public WorkerProcess? Wanted => wanted;

    public long Since => since;

    public bool Takes(WorkerProcess worker) => wanted is null || wanted == worker;
}
