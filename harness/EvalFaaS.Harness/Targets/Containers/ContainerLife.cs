using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>The life of a container.</summary>
internal sealed class ContainerLife(IContainerRuntime runtime, string id, int process, MeasuringMachine machine) : INeighbourLife
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <summary>Runs a container, and waits until its program listens.</summary>
    /// <exception cref="TargetException">The runtime could not run it.</exception>
    public static async Task<ContainerLife> StartAsync(IContainerRuntime runtime, string id, ServedFunction served, MeasuringMachine machine, CancellationToken cancellation)
    {
        if (await runtime.RunAsync(id) is { ExitCode: not 0 and var code }) throw new TargetException($"The container runtime could not run the container (exit code {code}).");
        try
        {
            var life = new ContainerLife(runtime, id, await runtime.ProcessAsync(id), machine);
            await Listening.WaitAsync(served.Address, () => life.HasEnded ? "The container ended before it listened." : null, machine.Time, cancellation);
            return life;
        }
        catch
        {
            await runtime.DeleteAsync(id);
            throw;
        }
    }

    private bool HasEnded => ProcessLife.HasEnded(process);

    /// <remarks>It is nobody's child here: its end has to be looked for.</remarks>
    public async Task EndAsync(CancellationToken cancellation)
    {
        while (!HasEnded) await Task.Delay(Look, machine.Time, cancellation);
    }

    public async ValueTask DisposeAsync() => await runtime.DeleteAsync(id);
}
