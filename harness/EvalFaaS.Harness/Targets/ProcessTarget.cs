
namespace EvalFaaS.Harness.Targets;

/// <summary>
/// The function as a native process: spawned for each request (CGI/1.1, states N2 and N3), or a long-running server (N5; <c>pooled</c> when its first request finds it).
/// </summary>
/// <param name="name">The name in suites.</param>
public sealed class ProcessTarget(string name) : ITarget
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string IsolatedBy => "a process (one for each request, or one that serves them all), no namespaces";

    /// <inheritdoc/>
    public TargetOrigin Origin => TargetOrigin.Own;

    /// <inheritdoc/>
    public string PhaseNotes => "Seen from outside. N2, N3: the spawn (fork and exec) is instantiate, from there to the first byte is execute, with load and init in it. pooled, N5: from the request to the first byte is execute.";

    /// <inheritdoc/>
    public string? WhyUnavailable() => null;

    /// <inheritdoc/>
    public IReadOnlyList<string> StormStates => ["N3", "N5"];

    /// <inheritdoc/>
    public bool NeedsNative => true;

    /// <inheritdoc/>
    public long InstanceBytes => 100 << 10;

    /// <inheritdoc/>
    public IReadOnlyList<string> States => ["N2", "N3", "pooled", "N5"];

    /// <inheritdoc/>
    public TargetAbilities Abilities => TargetAbilities.Load | TargetAbilities.Instances | TargetAbilities.Neighbours;

    /// <inheritdoc/>
    public Task<ITargetRun> StartAsync(MeasuringMachine machine, int instances, CancellationToken cancellation) =>
        Task.FromResult<ITargetRun>(new ProcessRun(machine));
}
