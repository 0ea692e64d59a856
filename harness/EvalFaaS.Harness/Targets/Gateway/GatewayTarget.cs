namespace EvalFaaS.Harness.Targets.Gateway;

/// <summary>Another target behind EvalFaaS's own gateway: all that are behind it have the same HTTP stack towards the client.</summary>
public sealed class GatewayTarget : ITarget
{
    /// <summary>How suites ask for it: <c>via: gateway</c>.</summary>
    public const string Via = "gateway";

    private readonly ITarget _inner;

    /// <summary>A target behind the gateway.</summary>
    /// <exception cref="ArgumentException">It serves no HTTP.</exception>
    public GatewayTarget(ITarget inner)
    {
        if (!inner.Abilities.HasFlag(TargetAbilities.Load)) throw new ArgumentException($"Target '{inner.Name}' serves no HTTP: 'via: {Via}' does not apply to it.");
        _inner = inner;
    }

    /// <inheritdoc/>
    public string Name => _inner.Name;

    /// <inheritdoc/>
    public string IsolatedBy => $"{_inner.IsolatedBy}; behind the gateway";

    /// <inheritdoc/>
    public TargetOrigin Origin => _inner.Origin;

    /// <inheritdoc/>
    public string Observation => _inner.Observation;

    /// <inheritdoc/>
    public string PhaseNotes => $"{_inner.PhaseNotes} The gateway's share is the difference to the same target without it.";

    /// <inheritdoc/>
    public string? WhyUnavailable() => _inner.WhyUnavailable();

    /// <inheritdoc/>
    public Func<CancellationToken, Task>? Install => _inner.Install;

    /// <inheritdoc/>
    /// <remarks>Those in which something listens already: the gateway does not wait for what is only starting.</remarks>
    public IReadOnlyList<string> States => _inner.ListeningStates;

    /// <inheritdoc/>
    public TargetAbilities Abilities => TargetAbilities.Load;

    /// <inheritdoc/>
    public async Task<ITargetRun> StartAsync(MeasuringMachine machine, int instances, CancellationToken cancellation)
    {
        var gateways = new GatewayProcesses(machine);
        return new GatewayRun(await _inner.StartAsync(machine with { Front = gateways.FrontAsync }, instances, cancellation), gateways);
    }
}
