using EvalFaaS.Execution;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets;

/// <summary>A function as a native executable: spawned for each request, or a server that stays.</summary>
internal sealed class ProcessFunction : IDeployedFunction
{
    private readonly FunctionSetup _function;
    private readonly string _program;
    private readonly NativeServer _server;
    private readonly MeasuringMachine _machine;
    private readonly SpawnThread _spawner;
    private readonly SpawnedCommand _command;

    public ProcessFunction(FunctionSetup function, string program, NativeServer server, MeasuringMachine machine)
    {
        _function = function;
        _program = program;
        _server = server;
        _machine = machine;
        _spawner = new SpawnThread(machine.Cores.Targets, hideHybridCgroup: false);
        _command = new SpawnedCommand([program], CgiRequest.Environment(function.Case));
        Configuration = new TargetConfiguration(CommonSettings.Read(server.Process.Id), []);
        Served = new ServedFunction(server.Address, function.Case.Bytes(""), function.Case.ExpectedBody, "N5");
    }

    public int Process => _server.Process.Id;

    public string? Failure => _server.Process.Failure;

    public TargetConfiguration Configuration { get; }

    public ServedFunction? Served { get; }

    public async Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation)
    {
        if (state == "N5") return new StartObservation(await OneRequest.RunAsync(Served!, _machine, cancellation), state);
        if (state == "pooled") return await TakeFromPoolAsync(cancellation);
        // The server that stays has the program mapped, and mapped pages stay: a copy of its own is what is spawned cold.
        if (state == "N2") return await SpawnColdAsync();
        var result = await _spawner.RunAsync(() => _command.Run(_function.Case.Body.Span, _machine.Clock));
        return new StartObservation(CgiRequest.Sample(result, _function.Case.ExpectedBody), state);
    }

    public async Task<IReadOnlyList<StartObservation>> StartManyAsync(string state, int count, CancellationToken cancellation)
    {
        if (state == "N5") return [.. (await Storm.RequestsAsync(Served!, count, _machine, cancellation)).Select(s => new StartObservation(s, state))];
        var (results, began) = await Storm.ThreadsAsync(count, _machine, _ => _command.Run(_function.Case.Body.Span, _machine.Clock));
        return [.. results.Select(r => new StartObservation(CgiRequest.Sample(r, _function.Case.ExpectedBody) with { IntendedNs = began }, state))];
    }

    public async Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation)
    {
        var held = new List<NativeServer>();
        try
        {
            while (held.Count < count)
            {
                var server = await NativeServer.StartAsync(_program, _machine, cancellation);
                held.Add(server);
                await OneRequest.RunAsync(Served! with { Address = server.Address }, _machine, cancellation);
            }

            var usage = ProcessUsage.Of(held.Select(s => s.Process.Id));
            return new InstanceMemory(count, usage.ResidentBytes, usage.ProportionalBytes);
        }
        finally
        {
            foreach (var server in held) await server.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _spawner.Dispose();
        _command.Dispose();
    }

    private async Task<StartObservation> TakeFromPoolAsync(CancellationToken cancellation)
    {
        await using var server = await NativeServer.StartAsync(_program, _machine, cancellation);
        return new StartObservation(await OneRequest.RunAsync(Served! with { Address = server.Address }, _machine, cancellation), "pooled");
    }

    private async Task<StartObservation> SpawnColdAsync()
    {
        var copy = Path.Combine(_machine.Scratch, _function.Name + "-cold");
        File.Copy(_program, copy, overwrite: true);
        PageCache.Drop(copy);
        var state = PageCache.Holds(copy) ? "N3" : "N2";
        using var command = new SpawnedCommand([copy], CgiRequest.Environment(_function.Case));
        var result = await _spawner.RunAsync(() => command.Run(_function.Case.Body.Span, _machine.Clock));
        return new StartObservation(CgiRequest.Sample(result, _function.Case.ExpectedBody), state);
    }
}
