using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.InProcess;

/// <summary>An engine in a process of its own, called without a server between: what a sandbox costs by itself. Times are taken inside that process.</summary>
/// <param name="name">The name in suites.</param>
/// <param name="engine">The engine's name.</param>
public sealed class InProcessTarget(string name, string engine) : ITarget
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string IsolatedBy => "a fresh WebAssembly instance for each call, in the caller's process";

    /// <inheritdoc/>
    public string Observation => TargetRecord.ObservedInProcess;

    /// <inheritdoc/>
    public TargetOrigin Origin => EngineChoice.Origin(engine);

    /// <inheritdoc/>
    public string? WhyUnavailable() => EngineChoice.Find(engine).WhyUnavailable();

    /// <inheritdoc/>
    public long InstanceBytes => 8 << 10;

    /// <inheritdoc/>
    public IReadOnlyList<string> States => ["N2", "N3", "N4", "N5"];

    /// <inheritdoc/>
    public TargetAbilities Abilities => TargetAbilities.Instances;

    /// <inheritdoc/>
    public async Task<ITargetRun> StartAsync(MeasuringMachine machine, int instances, CancellationToken cancellation)
    {
        var process = ServerProcess.Start(
            [.. machine.Program, "harness-inproc", "--engine", engine, "--instances", instances.ToString()], machine.Cores.Targets, machine.Memory, answers: true);
        return await InProcessRun.CreateAsync(process, machine, cancellation);
    }
}
