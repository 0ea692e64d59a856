using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Targets.JavaScript;

/// <summary>A function with the process that serves it and, where the platform has such, one that gives each request a fresh instance.</summary>
internal sealed class JavaScriptFunction : IDeployedFunction
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private readonly JavaScriptPlatform _platform;
    private readonly DeploymentFolder _folder;
    private readonly MeasuringMachine _machine;
    private readonly JavaScriptServer _server;
    private readonly JavaScriptServer? _freshServer;
    private readonly HashSet<long> _seen = [];

    private JavaScriptFunction(JavaScriptPlatform platform, DeploymentFolder folder, FunctionSetup function, MeasuringMachine machine)
    {
        _platform = platform;
        _folder = folder;
        _machine = machine;
        _server = new JavaScriptServer(platform, folder.Path, fresh: false, machine);
        _freshServer = platform.FreshBy is null ? null : new JavaScriptServer(platform, folder.Path, fresh: true, machine);
        Served = new ServedFunction(_server.Address, function.Case.Bytes(""), function.Case.ExpectedBody, "N5");
    }

    public ServedFunction Served { get; }

    ServedFunction? IDeployedFunction.Served => Served;

    public IEnumerable<ServedFunction> Endpoints => _freshServer is null ? [Served] : [Served, ServedFresh];

    private ServedFunction ServedFresh => Served with { Address = _freshServer!.Address, State = "N4" };

    /// <remarks>What gives fresh instances is not part of it: it answers no load.</remarks>
    public int Process => _server.Id;

    public string? Failure => _server.Failure ?? _freshServer?.Failure;

    public static async Task<JavaScriptFunction> StartAsync(JavaScriptPlatform platform, PlatformPackage? package, FunctionSetup function, MeasuringMachine machine, CancellationToken cancellation)
    {
        var script = function.Script ?? throw new TargetException($"'{function.Name}' is not written in JavaScript: there is no handler.js in its folder.");
        var deployed = new JavaScriptFunction(platform, new DeploymentFolder(platform, package, script), function, machine);
        try
        {
            await deployed._server.StartAsync(cancellation);
            if (deployed._freshServer is { } fresh) await fresh.StartAsync(cancellation);
            await deployed.AskAsync(cancellation);
            return deployed;
        }
        catch
        {
            await deployed.DisposeAsync();
            throw;
        }
    }

    public async Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation) => state switch
    {
        "N0" => Prove(await RestartAsync(), state),
        "N4" when _freshServer is not null => Prove(await OneRequest.RunAsync(ServedFresh, _machine, cancellation), state),
        "pooled" => Prove(await TakeFromPoolAsync(cancellation), state),
        "N5" => await AskAsync(cancellation),
        _ => throw new TargetException($"{_platform.Name} has no start state {state}."),
    };

    public async Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation)
    {
        var held = new List<JavaScriptServer>();
        try
        {
            while (held.Count < count)
            {
                var server = new JavaScriptServer(_platform, _folder.Path, fresh: false, _machine);
                held.Add(server);
                await server.StartAsync(cancellation);
                var answer = await OneRequest.RunAsync(Served with { Address = server.Address }, _machine, cancellation);
                if (answer.Outcome != LoadOutcome.Ok) throw new TargetException($"Process {held.Count} of {count} answered {answer.Outcome}.");
            }

            var usage = ProcessUsage.Of(held.Select(s => s.Id));
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
        if (_freshServer is not null) await _freshServer.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<StartObservation> AskAsync(CancellationToken cancellation) => Prove(await OneRequest.RunAsync(Served, _machine, cancellation), "N5");

    private async Task<LoadSample> RestartAsync()
    {
        await _server.KillAsync();
        var started = _machine.Clock.NowNs;
        _server.Launch();
        var answer = FirstAnswer.Wait(_server.Address, Served.Request, Served.ExpectedBody, started, StartTimeout, _machine.Clock);
        return Stretches.Seen(answer, started, (Phase.Init, answer.IssuedNs), (Phase.Execute, answer.FirstByteNs));
    }

    private async Task<LoadSample> TakeFromPoolAsync(CancellationToken cancellation)
    {
        await using var server = new JavaScriptServer(_platform, _folder.Path, fresh: false, _machine);
        await server.StartAsync(cancellation);
        return await OneRequest.RunAsync(Served with { Address = server.Address }, _machine, cancellation);
    }

    /// <summary>Each instance draws a number when it is first called: one that is known proves that it was reused.</summary>
    private StartObservation Prove(LoadSample sample, string wanted)
    {
        var known = !_seen.Add(sample.Headers.InstanceId);
        return new StartObservation(sample, known ? "N5" : wanted == "N5" ? "N0" : wanted);
    }
}
