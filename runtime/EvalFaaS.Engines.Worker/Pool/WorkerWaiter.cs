namespace EvalFaaS.Engines.Worker;

/// <summary>Someone who waits for a worker.</summary>
/// <param name="wanted">The one that holds his instance, or null for any.</param>
internal sealed class WorkerWaiter(WorkerProcess? wanted) : TaskCompletionSource<WorkerProcess>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public WorkerProcess? Wanted => wanted;

    public bool Takes(WorkerProcess worker) => wanted is null || wanted == worker;
}
