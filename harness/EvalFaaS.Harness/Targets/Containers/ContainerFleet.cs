using System.Net;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>Many containers of one function at once, each at an address of its own; gone when disposed.</summary>
internal sealed class ContainerFleet(Func<IPEndPoint, Task<IContainerRuntime>> make, ServedFunction served, MeasuringMachine machine) : IAsyncDisposable
{
    private const string Id = "function";
    private static readonly TimeSpan StormTimeout = TimeSpan.FromSeconds(60);
    private readonly List<IContainerRuntime> _runtimes = [];

    /// <summary>Starts so many, lets each answer once, and reads what all of them take.</summary>
    public async Task<InstanceMemory> HoldAsync(int count, CancellationToken cancellation)
    {
        var processes = new List<int>();
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var address = FreePort.Find();
            var runtime = await make(address);
            _runtimes.Add(runtime);
            var run = await runtime.RunAsync(Id);
            if (run.ExitCode != 0) throw new TargetException($"Container {i + 1} of {count} could not be started (exit code {run.ExitCode}).");
            processes.AddRange(runtime.ProcessesOf(await runtime.ProcessAsync(Id)));
            var answer = FirstAnswer.Wait(address, served.Request, served.ExpectedBody, machine.Clock.NowNs, TimeSpan.FromSeconds(10), machine.Clock);
            if (answer.Outcome != LoadOutcome.Ok) throw new TargetException($"Container {i + 1} of {count} answered {answer.Outcome}.");
        }

        var usage = ProcessUsage.Of(processes);
        return new InstanceMemory(count, usage.ResidentBytes, usage.ProportionalBytes);
    }

    /// <summary>Starts so many at the same moment; a sample's time runs from there to its own first answer.</summary>
    public async Task<IReadOnlyList<LoadSample>> StormAsync(int count)
    {
        var addresses = FreePort.FindMany(count);
        foreach (var address in addresses) _runtimes.Add(await make(address));
        FileMoment[] created = [.. _runtimes.Select(r => new FileMoment(r.CreatedFile(Id), machine.Clock))];
        var asking = new FirstAnswers(addresses, served.Request, served.ExpectedBody, machine.Clock, created);
        var answers = asking.Start(machine.Cores.Generator is { } core ? [core] : machine.Cores.Targets, StormTimeout);
        var (results, began) = await Storm.ThreadsAsync(count, machine, i => _runtimes[i].RunAsync(Id).GetAwaiter().GetResult());
        if (results.Count(r => r.ExitCode != 0) is > 0 and var failed) asking.GiveUp($"{failed} of {count} containers could not be started (exit code {results.First(r => r.ExitCode != 0).ExitCode}).");
        return [.. (await answers).Select((answer, i) => (results[i] with { CreatedNs = results[i].CreatedNs ?? created[i].SeenNs }).Seen(answer) with { IntendedNs = began })];
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
