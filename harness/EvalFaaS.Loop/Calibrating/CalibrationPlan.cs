using EvalFaaS.Policies;

namespace EvalFaaS.Loop.Calibrating;

/// <summary>What a calibration measures.</summary>
public sealed record CalibrationPlan
{
    /// <summary>The functions, each with a gap law of its own; at least 2. Default 120.</summary>
    public int Functions { get; init; } = 120;

    /// <summary>How long each run is, seconds. Default 60.</summary>
    public double Seconds { get; init; } = 60;

    /// <summary>The run that laws are fitted on.</summary>
    public required Scenario Fitted { get; init; }

    /// <summary>The runs that are predicted, at least one.</summary>
    public required IReadOnlyList<Scenario> Predicted { get; init; }

    /// <summary>Simulated replications of each. Default 40.</summary>
    public int Replications { get; init; } = 40;

    /// <summary>The seed. Default 1.</summary>
    public long Seed { get; init; } = 1;
}

/// <summary>A rate under a policy.</summary>
/// <param name="Rate">Calls of all functions together, a second.</param>
/// <param name="Policy">The keep-alive policy.</param>
public sealed record Scenario(double Rate, PolicySpec Policy)
{
    /// <summary>For example <c>40/s, fixed:window=2s</c>.</summary>
    public string Name => FormattableString.Invariant($"{Rate:0.###}/s, {Policy.Text}");
}
