namespace EvalFaaS.Harness.Targets;

/// <summary>One life of a server that may end by itself; ended and cleared away when disposed.</summary>
internal interface INeighbourLife : IAsyncDisposable
{
    /// <summary>Waits until it has ended by itself.</summary>
    Task EndAsync(CancellationToken cancellation);
}
