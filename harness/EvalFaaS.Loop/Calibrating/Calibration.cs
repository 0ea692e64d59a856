using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Targets.Node;
using EvalFaaS.Loop.WhatIf;
using EvalFaaS.Simulator.Results;

namespace EvalFaaS.Loop.Calibrating;

/// <summary>Measures, fits, simulates the same, and compares: first the run that was fitted, then runs at other rates and under other policies.</summary>
public sealed class Calibration
{
    private Calibration(FittedFunction fitted, IReadOnlyList<CalibratedRun> runs) => (Fitted, Runs) = (fitted, runs);

    /// <summary>The laws.</summary>
    public FittedFunction Fitted { get; }

    /// <summary>The runs; the first is the one that was fitted.</summary>
    public IReadOnlyList<CalibratedRun> Runs { get; }

    /// <summary>Whether the predicted runs under several policies stand in the same order as the measured ones, by cold starts and by memory; true where there is one alone.</summary>
    public IReadOnlyList<Ranking> Rankings =>
        [.. Runs.Skip(1).GroupBy(r => r.Measured.Scenario.Rate).Where(g => g.Count() > 1).SelectMany(g => new[] { Ranking.Of([.. g], PredictedFigure.ColdRate), Ranking.Of([.. g], PredictedFigure.Memory) })];

    /// <summary>Whether every predicted run is within the bounds, and every ranking right. The fitted run is shown and not judged.</summary>
    public bool Holds => Runs.Skip(1).All(r => r.Comparisons.All(c => c.Holds)) && Rankings.All(r => r.IsRight);

    /// <summary>Measures all of it on a target.</summary>
    /// <param name="plan">What.</param>
    /// <param name="target">Makes the node of a policy.</param>
    /// <param name="build">What its functions do.</param>
    /// <param name="program">The <c>evalfaas</c> program that nodes are started with.</param>
    /// <param name="progress">Told of each run.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Calibration> RunAsync(CalibrationPlan plan, Func<string, NodeTarget> target, FunctionBuild build, IReadOnlyList<string> program, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var measured = new List<MeasuredRun>();
        var total = plan.Predicted.Count + 1;
        foreach (var scenario in plan.Predicted.Prepend(plan.Fitted))
        {
            progress.Report(new RunProgress(measured.Count, total, scenario.Name));
            var slice = PoissonSlice.Of(plan.Functions, scenario.Rate, plan.Seconds, plan.Seed, measured.Count);
            measured.Add(await Measuring.RunAsync(target(scenario.Policy.Text), build, scenario, slice, program, SilentProgress.Instance, cancellation));
        }

        return Of(measured, plan);
    }

    /// <summary>Fits the first of these runs and predicts them all.</summary>
    public static Calibration Of(IReadOnlyList<MeasuredRun> measured, CalibrationPlan plan)
    {
        var fitted = FittedFunction.Of(measured[0], plan.Seed);
        return new Calibration(fitted, [.. measured.Select(run => Predict(fitted, run, plan))]);
    }

    private static CalibratedRun Predict(FittedFunction fitted, MeasuredRun run, CalibrationPlan plan)
    {
        var simulated = WhatIfRun.Run(fitted.Simulated(run.Slice), run.Scenario.Policy, run.Slice.Seconds, plan.Replications, plan.Seed);
        return new CalibratedRun(run, simulated, Comparison.All(run, simulated));
    }
}

/// <summary>A run with what was predicted of it.</summary>
/// <param name="Measured">The run.</param>
/// <param name="Simulated">The simulation of the same calls.</param>
/// <param name="Comparisons">Both, quantity by quantity.</param>
public sealed record CalibratedRun(MeasuredRun Measured, SimulationResult Simulated, IReadOnlyList<Comparison> Comparisons)
{
    /// <summary>One quantity.</summary>
    public Comparison Of(PredictedFigure quantity) => Comparisons.Single(c => c.Quantity == quantity);
}

/// <summary>Policies in the order of a quantity, the lowest first.</summary>
/// <param name="Rate">At this rate.</param>
/// <param name="Quantity">By what.</param>
/// <param name="Predicted">As predicted.</param>
/// <param name="Measured">As measured.</param>
public sealed record Ranking(double Rate, PredictedFigure Quantity, IReadOnlyList<string> Predicted, IReadOnlyList<string> Measured)
{
    /// <summary>Whether both are the same.</summary>
    public bool IsRight => Predicted.SequenceEqual(Measured);

    internal static Ranking Of(IReadOnlyList<CalibratedRun> runs, PredictedFigure quantity) => new(
        runs[0].Measured.Scenario.Rate, quantity,
        [.. runs.OrderBy(r => r.Of(quantity).Predicted.Value).Select(r => r.Measured.Scenario.Policy.Text)],
        [.. runs.OrderBy(r => r.Of(quantity).Measured.Value).Select(r => r.Measured.Scenario.Policy.Text)]);
}
