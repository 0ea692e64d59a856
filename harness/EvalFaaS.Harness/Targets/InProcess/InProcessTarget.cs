using System.Globalization;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Targets.InProcess;

/// <summary>An engine in a process of its own, called without a server between: what a sandbox costs by itself. Times are taken inside that process.</summary>
public sealed class InProcessTarget : ITarget
{
    private readonly string _engine;
    private readonly double _slowdown;

    /// <summary>An engine in a process.</summary>
    /// <param name="name">The name in suites.</param>
    /// <param name="engine">The engine's name.</param>
    /// <param name="options"><c>slowdown</c>: a share such as <c>5%</c> by which every call is made longer, by a busy loop before its end: to see whether a comparison finds it.</param>
    /// <exception cref="ArgumentException">An option is unknown, or no share.</exception>
    public InProcessTarget(string name, string engine, IReadOnlyDictionary<string, string> options)
    {
        (Name, _engine) = (name, engine);
        if (options.Keys.FirstOrDefault(o => o != "slowdown") is { } unknown) throw new ArgumentException($"Target '{name}': the option '{unknown}' is unknown; there is slowdown.");
        if (!options.TryGetValue("slowdown", out var share)) return;
        try
        {
            _slowdown = Margin.Parse(share).Share;
        }
        catch (FormatException)
        {
            throw new ArgumentException($"Target '{name}': slowdown '{share}' is no share; write for example 5%.");
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string IsolatedBy => "a fresh WebAssembly instance for each call, in the caller's process";

    /// <inheritdoc/>
    public string Observation => TargetRecord.ObservedInProcess;

    /// <inheritdoc/>
    public TargetOrigin Origin => EngineChoice.Origin(_engine);

    /// <inheritdoc/>
    public string? WhyUnavailable() => EngineChoice.Find(_engine).WhyUnavailable();

    /// <inheritdoc/>
    public long InstanceBytes => 8 << 10;

    /// <inheritdoc/>
    public IReadOnlyList<string> States => ["N2", "N3", "N4", "N5"];

    /// <inheritdoc/>
    public TargetAbilities Abilities => TargetAbilities.Instances;

    /// <inheritdoc/>
    public async Task<ITargetRun> StartAsync(MeasuringMachine machine, int instances, CancellationToken cancellation) =>
        await InProcessRun.CreateAsync(() => Start(machine, instances), machine, cancellation);

    private ServerProcess Start(MeasuringMachine machine, int instances) => ServerProcess.Start(
        [.. machine.Program, "harness-inproc", "--engine", _engine, "--instances", instances.ToString(), "--slowdown", _slowdown.ToString(CultureInfo.InvariantCulture)],
        machine.Cores.Targets, machine.Memory, answers: true);
}
