namespace EvalFaaS.Engines.Worker;

/// <summary>What one function holds of the workers, and its calls that wait for more, first come first served. Under the pool's lock alone.</summary>
internal sealed class WorkerClaim
{
    /// <summary>Workers that it holds.</summary>
    public int Held { get; set; }

    /// <summary>Its calls that wait.</summary>
    public LinkedList<WorkerWaiter> Waiting { get; } = new();

    /// <summary>
    /// Whether it may take an idle worker. The last one is for who holds none: it is answered at once, whatever the others do; a worker cannot be taken away from a guest.
    /// </summary>
    /// <param name="idle">Workers that are idle.</param>
    /// <param name="free">Workers that nobody holds, those that could still be started among them.</param>
    public bool MayTake(int idle, int free) => idle > 0 && (Held == 0 || idle > 1 && FairShare.MayTake(Held, free));
}
