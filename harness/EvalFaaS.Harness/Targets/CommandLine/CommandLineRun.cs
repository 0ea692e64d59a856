using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.CommandLine;

/// <summary>Nothing runs between requests: modules compiled to files, and a thread that spawns.</summary>
internal sealed class CommandLineRun(EngineProgram engine, MeasuringMachine machine) : ITargetRun
{
    private readonly string _program = SearchPath.Find(engine.Name)!;
    private readonly string _folder = Directory.CreateTempSubdirectory("evalfaas-cli-").FullName;
    private readonly SpawnThread _spawner = new(machine.Cores.Targets, hideHybridCgroup: false);
    private readonly List<CommandLineFunction> _functions = [];

    public TargetConfiguration Configuration { get; } = new([new("engine", Versions.OfProgram(engine.Name)), new("connections", "none: a CGI program")], []);

    public string? Failure => null;

    public async Task<IDeployedFunction> DeployAsync(FunctionSetup function, CancellationToken cancellation)
    {
        var module = function.WasiCommand ?? throw new TargetException($"'{function.Name}' has no module of the wasi-command contract.");
        var code = Path.Combine(_folder, function.Name + engine.Extension);
        using var compile = new SpawnedCommand([_program, .. engine.Compile(module, code)], SearchPath.Environment());
        var result = await _spawner.RunAsync(() => compile.Run([], machine.Clock));
        if (result.ExitCode != 0 || !File.Exists(code)) throw new TargetException($"'{engine.Name}' could not compile '{function.Name}' (exit code {result.ExitCode}).");
        var deployed = new CommandLineFunction([_program, .. engine.Run(code, CgiRequest.Environment(function.Case))], code, function, _spawner, machine);
        _functions.Add(deployed);
        return deployed;
    }

    public ProcessUsage Usage(bool memory) => default;

    public Task<long?> LoadsAsync(CancellationToken cancellation) => Task.FromResult<long?>(null);

    public async ValueTask DisposeAsync()
    {
        foreach (var function in _functions) await function.DisposeAsync();
        _spawner.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
