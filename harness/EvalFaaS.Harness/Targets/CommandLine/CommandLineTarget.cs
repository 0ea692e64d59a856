using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.CommandLine;

/// <summary>The function as a WASI command that an engine's own command line runs, spawned for each request as a CGI/1.1 program.</summary>
public sealed class CommandLineTarget : ITarget
{
    private readonly EngineProgram _engine;

    /// <summary>A target of an engine's command line.</summary>
    /// <param name="name">Its name in suites.</param>
    /// <param name="engine"><c>wasmedge</c> or <c>wasmtime</c>.</param>
    public CommandLineTarget(string name, string engine)
    {
        Name = name;
        _engine = engine == "wasmedge" ? EngineProgram.WasmEdge : EngineProgram.Wasmtime;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string IsolatedBy => "a process for each request, with a WebAssembly instance in it";

    /// <inheritdoc/>
    public TargetOrigin Origin => new(_engine.Licence, Versions.OfProgram(_engine.Name), _engine.Source);

    /// <inheritdoc/>
    public string PhaseNotes => "Seen from outside: the spawn (fork and exec) is instantiate; from there to the first byte is execute, with the engine's start and the module's load and init in it.";

    /// <inheritdoc/>
    public string? WhyUnavailable() => SearchPath.Find(_engine.Name) is null ? $"the command {_engine.Name} is not installed: {_engine.Remedy}" : null;

    /// <inheritdoc/>
    /// <remarks>The module is compiled ahead of time when it is deployed.</remarks>
    public IReadOnlyList<string> States => ["N2", "N3"];

    /// <inheritdoc/>
    public TargetAbilities Abilities => TargetAbilities.None;

    /// <inheritdoc/>
    public Task<ITargetRun> StartAsync(MeasuringMachine machine, int instances, CancellationToken cancellation) =>
        Task.FromResult<ITargetRun>(new CommandLineRun(_engine, machine));
}
