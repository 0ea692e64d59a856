namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>A neighbour as containers of one bundle or image, one after the other; both are gone when it is disposed.</summary>
internal sealed class NeighbourContainer(KeptNeighbour kept, IContainerRuntime runtime) : INeighbour
{
    public ServedFunction Served => kept.Served;

    public int Restarts => kept.Restarts;

    /// <summary>Starts the first.</summary>
    /// <exception cref="TargetException">The runtime could not run it.</exception>
    public static async Task<NeighbourContainer> StartAsync(IContainerRuntime runtime, ServedFunction served, MeasuringMachine machine, CancellationToken cancellation)
    {
        var lives = 0;
        try
        {
            return new NeighbourContainer(await KeptNeighbour.StartAsync(served, async stop => await ContainerLife.StartAsync(runtime, $"n{Environment.ProcessId}-{++lives}", served, machine, stop), cancellation), runtime);
        }
        catch
        {
            await runtime.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await kept.DisposeAsync();
        await runtime.DisposeAsync();
    }
}
