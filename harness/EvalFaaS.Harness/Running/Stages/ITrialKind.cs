using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>Measures one cell once: fills in the figures of the trial that its kind knows, and its samples.</summary>
internal interface ITrialKind
{
    /// <summary>The kind of measure that it serves.</summary>
    MeasureKind Kind { get; }

    /// <summary>Runs it.</summary>
    Task RunAsync(TrialWork work, CancellationToken cancellation);
}
