using System.Text.Json;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.InProcess;

/// <summary>The harness's end of a process with an engine in it.</summary>
internal sealed class InProcessRun : ITargetRun
{
    private readonly Func<ServerProcess> _start;
    private readonly ServerProcess _process;
    private readonly MeasuringMachine _machine;

    private InProcessRun(Func<ServerProcess> start, ServerProcess process, MeasuringMachine machine, TargetConfiguration configuration)
    {
        _start = start;
        _process = process;
        _machine = machine;
        Configuration = configuration;
    }

    public TargetConfiguration Configuration { get; }

    public string? Failure => _process.Failure;

    public static async Task<InProcessRun> CreateAsync(Func<ServerProcess> start, MeasuringMachine machine, CancellationToken cancellation)
    {
        var process = start();
        var described = await AskAsync(process, new InProcessRequest(InProcessOperation.Describe), cancellation);
        var facts = DotNetFacts.Read(process, machine);
        return new InProcessRun(start, process, machine, new TargetConfiguration([.. facts.Settings, new("engine", described.Version)], described.Settings ?? []));
    }

    public async Task<IDeployedFunction> DeployAsync(FunctionSetup function, CancellationToken cancellation)
    {
        var request = function.Case;
        var deployment = new InProcessRequest(
            InProcessOperation.Deploy, function.Name, function.Module, request.Method, request.Path, [.. request.Headers], request.Body.ToArray(), request.ExpectedBody?.ToArray(), function.MemoryBytes);
        await AskAsync(_process, deployment, cancellation);
        return new InProcessFunction(this, deployment);
    }

    public ProcessUsage Usage(bool memory) => ProcessUsage.Of([_process.Id], memory);

    public async Task<long?> LoadsAsync(CancellationToken cancellation) =>
        (await AskAsync(_process, new InProcessRequest(InProcessOperation.Loads), cancellation)).Loads;

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    internal async Task<StartObservation> StartOnceAsync(string function, string state, CancellationToken cancellation)
    {
        var answer = await AskAsync(_process, new InProcessRequest(InProcessOperation.Start, function, State: state), cancellation);
        var sample = new LoadSample
        {
            IntendedNs = _machine.Clock.FromMonotonic(answer.StartedNs),
            IssuedNs = _machine.Clock.FromMonotonic(answer.StartedNs),
            FirstByteNs = _machine.Clock.FromMonotonic(answer.EndedNs),
            LastByteNs = _machine.Clock.FromMonotonic(answer.EndedNs),
            Outcome = answer.Right ? LoadOutcome.Ok : LoadOutcome.WrongAnswer,
            Status = 200,
        };
        sample.Headers.InstanceId = answer.InstanceId;
        foreach (var (phase, ns) in answer.Phases ?? []) sample.Headers.Phases[phase] = ns;
        return new StartObservation(sample, answer.State);
    }

    // In a process of its own: one that has held others keeps their memory for those to come, and makes them look small.
    internal async Task<InstanceMemory> HoldAsync(InProcessRequest deployment, int count, CancellationToken cancellation)
    {
        await using var process = _start();
        await AskAsync(process, deployment, cancellation);
        var answer = await AskAsync(process, new InProcessRequest(InProcessOperation.Hold, deployment.Name, Count: count), cancellation);
        return new InstanceMemory(count, answer.ResidentBytes, answer.ProportionalBytes);
    }

    private static async Task<InProcessAnswer> AskAsync(ServerProcess process, InProcessRequest request, CancellationToken cancellation)
    {
        var line = await process.AskAsync(JsonSerializer.Serialize(request, InProcessRequest.Json), cancellation)
            ?? throw new TargetException($"The process with the engine ended: {process.Output}");
        var answer = JsonSerializer.Deserialize<InProcessAnswer>(line, InProcessRequest.Json)!;
        return answer.Error is null ? answer : throw new TargetException(answer.Error);
    }
}

internal sealed class InProcessFunction(InProcessRun run, InProcessRequest deployment) : IDeployedFunction
{
    public ServedFunction? Served => null;

    public string WarmUpState => "N4";

    public Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation) => run.StartOnceAsync(deployment.Name, state, cancellation);

    public Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation) => run.HoldAsync(deployment, count, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
