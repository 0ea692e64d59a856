using System.Net;
using EvalFaaS.Execution;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>A function with one warm container; starts are measured on others at the same address, the warm one being away meanwhile.</summary>
internal sealed class ContainerFunction : IDeployedFunction
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(20);
    private readonly IContainerRuntime _runtime;
    private readonly Func<IPEndPoint, Task<IContainerRuntime>> _make;
    private readonly MeasuringMachine _machine;
    private readonly Dictionary<string, int> _alive = [];
    private int _number;
    private string? _warm;

    private ContainerFunction(IContainerRuntime runtime, IPEndPoint address, Func<IPEndPoint, Task<IContainerRuntime>> make, FunctionSetup function, MeasuringMachine machine)
    {
        _runtime = runtime;
        _make = make;
        _machine = machine;
        Served = new ServedFunction(address, function.Case.Bytes(""), function.Case.ExpectedBody, "N5");
    }

    public TargetConfiguration Configuration { get; private set; } = null!;

    public string? Failure => _alive.Any(c => ProcessLife.HasEnded(c.Value)) ? "The container's process ended." : null;

    public ServedFunction? Served { get; }

    public static async Task<ContainerFunction> StartAsync(Func<IPEndPoint, Task<IContainerRuntime>> make, FunctionSetup function, MeasuringMachine machine, CancellationToken cancellation)
    {
        var address = FreePort.Find();
        var run = new ContainerFunction(await make(address), address, make, function, machine);
        try
        {
            await run.WarmAsync(cancellation);
            run.Configuration = new TargetConfiguration([.. CommonSettings.Read(run._alive[run._warm!]), new("container runtime", run._runtime.Version)], []);
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
            return new StartObservation(await OneRequest.RunAsync(Served!, _machine, cancellation), state);
        }

        if (state == "paused") return await ThawAsync(cancellation);
        if (state == "pooled") return await TakeFromPoolAsync(cancellation);
        await CoolAsync();
        var id = NextId();
        if (state == "created") Require((await _runtime.CreateAsync(id)).ExitCode, "create");
        // Found warm, it was N3 that was measured, and the trial says so.
        var found = state == "N2" && !(_runtime.ProgramOnDisk is { } program && PageCache.TryMakeCold(program)) ? "N3" : state;
        var (start, answer) = state == "created"
            ? await FirstAnswerAsync(async () => ContainerStart.By(await _runtime.StartAsync(id)))
            : await FirstAnswerAsync(() => _runtime.RunAsync(id), _runtime.CreatedFile(id));
        await _runtime.DeleteAsync(id);
        return new StartObservation(start.Seen(answer), found);
    }

    public async Task<IReadOnlyList<StartObservation>> StartManyAsync(string state, int count, CancellationToken cancellation)
    {
        await CoolAsync();
        await using var fleet = new ContainerFleet(_make, Served!, _machine);
        return [.. (await fleet.StormAsync(count)).Select(s => new StartObservation(s, state))];
    }

    public async Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation)
    {
        await CoolAsync();
        await using var fleet = new ContainerFleet(_make, Served!, _machine);
        return await fleet.HoldAsync(count, cancellation);
    }

    /// <summary>Its containers' processes with what stays beside each, and the runtime's daemons.</summary>
    public IEnumerable<int> Processes => [.. _alive.Values.SelectMany(_runtime.ProcessesOf), .. _runtime.Daemons];

    /// <summary>Containers started so far.</summary>
    public int Started => _number;

    public async ValueTask DisposeAsync()
    {
        await CoolAsync();
        await _runtime.DisposeAsync();
    }

    private async Task<StartObservation> ThawAsync(CancellationToken cancellation)
    {
        await WarmAsync(cancellation);
        await _runtime.PauseAsync(_warm!);
        var (thaw, answer) = await FirstAnswerAsync(async () => ContainerStart.By(await _runtime.ResumeAsync(_warm!)));
        return new StartObservation(thaw.SeenThawed(answer), "paused");
    }

    /// <remarks>A pool that is always full: the container was started before the request, and nobody has asked it anything.</remarks>
    private async Task<StartObservation> TakeFromPoolAsync(CancellationToken cancellation)
    {
        await CoolAsync();
        var id = NextId();
        Require((await _runtime.RunAsync(id)).ExitCode, "run");
        try
        {
            await ListenAsync(await _runtime.ProcessAsync(id), cancellation);
            return new StartObservation(await OneRequest.RunAsync(Served!, _machine, cancellation), "pooled");
        }
        finally
        {
            await _runtime.DeleteAsync(id);
        }
    }

    private async Task<(ContainerStart Start, LoadSample Answer)> FirstAnswerAsync(Func<Task<ContainerStart>> start, string? createdFile = null)
    {
        // The asking runs beside the starting, on the generator's core: an answer may come before the runtime's command has ended.
        var started = start();
        var created = new FileMoment(createdFile, _machine.Clock);
        var answer = Affinity.On(
            _machine.Cores.Generator is { } core ? [core] : _machine.Cores.Targets,
            () => FirstAnswer.Wait(Served!.Address, Served.Request, Served.ExpectedBody, _machine.Clock.NowNs, StartTimeout, _machine.Clock, created.Look));
        var result = await started;
        Require(result.ExitCode, "start");
        return (result with { CreatedNs = result.CreatedNs ?? created.SeenNs }, answer);
    }

    private async Task WarmAsync(CancellationToken cancellation)
    {
        if (_warm is not null) return;
        var id = NextId();
        Require((await _runtime.RunAsync(id)).ExitCode, "run");
        _warm = id;
        _alive[id] = await _runtime.ProcessAsync(id);
        await ListenAsync(_alive[id], cancellation);
        var answer = FirstAnswer.Wait(Served!.Address, Served.Request, Served.ExpectedBody, _machine.Clock.NowNs, StartTimeout, _machine.Clock);
        if (answer.Outcome != LoadOutcome.Ok) throw new TargetException($"The container's first answer was {answer.Outcome} (status {answer.Status}).");
    }

    /// <remarks>A start returns before the program is executed: whether that could be is seen by the process's life alone.</remarks>
    private Task ListenAsync(int process, CancellationToken cancellation)
    {
        var begun = _machine.Time.GetTimestamp();
        return Listening.WaitAsync(Served!.Address, WhyNever, _machine.Time, cancellation);

        string? WhyNever() => ProcessLife.HasEnded(process) ? "The container ended before it listened."
            : _machine.Time.GetElapsedTime(begun) > StartTimeout ? $"The container did not listen within {StartTimeout.TotalSeconds:0} s." : null;
    }

    private async Task CoolAsync()
    {
        if (_warm is null) return;
        await _runtime.DeleteAsync(_warm);
        _alive.Remove(_warm);
        _warm = null;
    }

    private string NextId() => $"f{Environment.ProcessId}-{++_number}";

    private static void Require(int exitCode, string what)
    {
        if (exitCode != 0) throw new TargetException($"The container runtime could not {what} the container (exit code {exitCode}).");
    }
}
