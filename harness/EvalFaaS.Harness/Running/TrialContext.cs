using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>What one trial works with.</summary>
/// <param name="Cell">What it measures.</param>
/// <param name="Run">The started target.</param>
/// <param name="Function">The function in it.</param>
/// <param name="RatePerSecond">The rate of an open loop.</param>
/// <param name="Seed">Seed of its arrivals.</param>
/// <param name="Machine">Cores and clock.</param>
internal sealed record TrialContext(Cell Cell, ITargetRun Run, IDeployedFunction Function, double RatePerSecond, int Seed, MeasuringMachine Machine);

/// <summary>What a trial gave: the figures of the trial that its kind knows, and its samples. The runner fills in the rest.</summary>
internal sealed record TrialOutcome(Trial Trial, Sample[] Samples);

/// <summary>Measures one cell once.</summary>
internal interface ITrialKind
{
    /// <summary>The kind of measure that it serves.</summary>
    MeasureKind Kind { get; }

    /// <summary>Runs it.</summary>
    /// <param name="context">What it works with.</param>
    /// <param name="blank">The trial's identity, filled in.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<TrialOutcome> RunAsync(TrialContext context, Trial blank, CancellationToken cancellation);
}
