using System.Net;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>Many containers of one function started at the same moment, each at an address of its own; gone when disposed.</summary>
internal sealed class ContainerStorm(Func<IPEndPoint, Task<IContainerRuntime>> make, ServedFunction served, MeasuringMachine machine) : IAsyncDisposable
{
    private const string Id = "function";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private readonly List<IContainerRuntime> _runtimes = [];

    /// <summary>Starts them; a sample's time runs from the common beginning to its own first answer.</summary>
    public async Task<IReadOnlyList<LoadSample>> StartAsync(int count)
    {
        var addresses = FreePort.FindMany(count);
        foreach (var address in addresses) _runtimes.Add(await make(address));
        var asking = new FirstAnswers(addresses, served.Request, served.ExpectedBody, machine.Clock);
        var answers = asking.Start(machine.Cores.Generator is { } core ? [core] : machine.Cores.Targets, Timeout);
        var (results, began) = await Storm.ThreadsAsync(count, machine, i => _runtimes[i].RunAsync(Id).GetAwaiter().GetResult());
        if (results.Count(r => r.ExitCode != 0) is > 0 and var failed) asking.GiveUp($"{failed} of {count} containers could not be started (exit code {results.First(r => r.ExitCode != 0).ExitCode}).");
        return [.. (await answers).Select(a => a with { IntendedNs = began, IssuedNs = began })];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var runtime in _runtimes)
        {
            await runtime.DeleteAsync(Id);
            await runtime.DisposeAsync();
        }
    }
}
