using System.Net;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>A container target with one warm container; starts are measured on others at the same address, the warm one being away meanwhile.</summary>
internal sealed class ContainerRun : ITargetRun
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(20);
    private readonly IContainerRuntime _runtime;
    private readonly Func<IPEndPoint, Task<IContainerRuntime>> _make;
    private readonly TargetSetup _setup;
    private readonly Dictionary<string, int> _alive = [];
    private int _number;
    private string? _warm;

    private ContainerRun(IContainerRuntime runtime, IPEndPoint address, Func<IPEndPoint, Task<IContainerRuntime>> make, TargetSetup setup)
    {
        _runtime = runtime;
        _make = make;
        _setup = setup;
        Served = new ServedFunction(address, setup.Case.Bytes(""), setup.Case.ExpectedBody, "N5");
    }

    public TargetConfiguration Configuration { get; private set; } = null!;

    public ServedFunction? Served { get; }

    public static async Task<ContainerRun> StartAsync(Func<IPEndPoint, Task<IContainerRuntime>> make, TargetSetup setup, CancellationToken cancellation)
    {
        var address = FreePort.Find();
        var run = new ContainerRun(await make(address), address, make, setup);
        try
        {
            await run.WarmAsync(cancellation);
            run.Configuration = new TargetConfiguration([.. CommonSettings.Read(run._alive[run._warm!], setup.Machine), new("container runtime", run._runtime.Version)], []);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    public async Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation)
    {
        if (state == "N5")
        {
            await WarmAsync(cancellation);
            return new StartObservation(await OneRequest.RunAsync(Served!, _setup.Machine, cancellation), state);
        }

        if (state == "paused") return await ThawAsync(cancellation);
        await CoolAsync();
        var id = NextId();
        if (state == "created") Require(await _runtime.CreateAsync(id), "create");
        if (state == "N2" && _runtime.ProgramOnDisk is { } program) PageCache.Drop(program);
        var sample = await FirstAnswerAsync(() => state == "created" ? _runtime.StartAsync(id) : _runtime.RunAsync(id));
        await _runtime.DeleteAsync(id);
        return new StartObservation(sample, state);
    }

    public async Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation)
    {
        await CoolAsync();
        await using var fleet = new ContainerFleet(_make, Served!, _setup.Machine);
        return await fleet.HoldAsync(count, cancellation);
    }

    public ProcessUsage Usage(bool memory) => ProcessUsage.Of([.. _alive.Values, .. _runtime.Daemons], memory);

    public Task<long?> LoadsAsync(CancellationToken cancellation) => Task.FromResult<long?>(_number);

    public async ValueTask DisposeAsync()
    {
        await CoolAsync();
        await _runtime.DisposeAsync();
    }

    private async Task<StartObservation> ThawAsync(CancellationToken cancellation)
    {
        await WarmAsync(cancellation);
        await _runtime.PauseAsync(_warm!);
        return new StartObservation(await FirstAnswerAsync(() => _runtime.ResumeAsync(_warm!)), "paused");
    }

    private async Task<LoadSample> FirstAnswerAsync(Func<Task<SpawnResult>> start)
    {
        // The asking runs beside the starting, on the generator's core: an answer may come before the runtime's command has ended.
        var started = start();
        var answer = Affinity.On(
            _setup.Machine.Cores.Generator is { } core ? [core] : _setup.Machine.Cores.Targets,
            () => FirstAnswer.Wait(Served!.Address, Served.Request, Served.ExpectedBody, _setup.Machine.Clock.NowNs, StartTimeout, _setup.Machine.Clock));
        var result = await started;
        Require(result, "start");
        answer.IntendedNs = answer.IssuedNs = result.StartedNs;
        return answer;
    }

    private async Task WarmAsync(CancellationToken cancellation)
    {
        if (_warm is not null) return;
        var id = NextId();
        Require(await _runtime.RunAsync(id), "run");
        _warm = id;
        _alive[id] = await _runtime.ProcessAsync(id);
        cancellation.ThrowIfCancellationRequested();
        var answer = FirstAnswer.Wait(Served!.Address, Served.Request, Served.ExpectedBody, _setup.Machine.Clock.NowNs, StartTimeout, _setup.Machine.Clock);
        if (answer.Outcome != LoadOutcome.Ok) throw new TargetException($"The container's first answer was {answer.Outcome} (status {answer.Status}).");
    }

    private async Task CoolAsync()
    {
        if (_warm is null) return;
        await _runtime.DeleteAsync(_warm);
        _alive.Remove(_warm);
        _warm = null;
    }

    private string NextId() => $"f{Environment.ProcessId}-{++_number}";

    private static void Require(SpawnResult result, string what)
    {
        if (result.ExitCode != 0) throw new TargetException($"The container runtime could not {what} the container (exit code {result.ExitCode}).");
    }
}
