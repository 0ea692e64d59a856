namespace EvalFaaS.Harness.Targets;

/// <summary>The life of a native server.</summary>
internal sealed class ServerLife(NativeServer server) : INeighbourLife
{
    public Task EndAsync(CancellationToken cancellation) => server.Process.WaitForExitAsync(cancellation);

    /// <remarks>Killed: one that computes for ever does not listen to a request to end.</remarks>
    public async ValueTask DisposeAsync()
    {
        await server.Process.KillAsync();
        await server.DisposeAsync();
    }
}
