using EvalFaaS.Predictor.Learning;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Tests;

/// <summary>A small model, trained once for all tests that need one.</summary>
public sealed class TrainedOnce
{
    internal static TrainingOptions Small { get; } = new() { Trees = 12, Leaves = 8, LeastPerLeaf = 10, Seed = 5 };

    internal Trace Trace { get; } = SyntheticTrace.Create(240);

    internal PredictorModel Model { get; }

    public TrainedOnce() => Model = PredictorModel.Train(Trace, 200, training: Small);
}
