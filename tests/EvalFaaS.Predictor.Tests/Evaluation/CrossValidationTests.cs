using EvalFaaS.Predictor.Evaluation;

namespace EvalFaaS.Predictor.Tests.Evaluation;

public sealed class CrossValidationTests
{
    [Fact]
    public void Every_function_is_scored_once_by_trees_that_never_saw_it()
    {
        var trace = SyntheticTrace.Create(180, 8);
        var report = CrossValidation.Run(trace, 140, 2, new PredictorOptions { Horizons = [1] }, TrainedOnce.Small);
        var whole = WalkForward.Run(trace, new PredictorOptions { Horizons = [1] }, 20, 140, [])[0];
        var functions = EvaluatedFunctions.Of(trace, 140);
        Assert.Equal(functions.Places.Count, report.Functions);
        // Plain forecasters learn nothing from other functions: folds change nothing for them.
        Assert.Equal(functions.Summarise(whole.Gate), report.Gate);
        Assert.Equal(functions.Summarise(whole.Unlearned), report.Unlearned);
        Assert.NotEqual(report.Model, report.Unlearned);
    }

    [Fact]
    public void One_fold_is_refused() =>
        Assert.Equal("Cross-validation needs two folds or more, not 1.", Assert.Throws<ArgumentException>(() => CrossValidation.Run(SyntheticTrace.Create(180), 140, 1, new PredictorOptions(), TrainedOnce.Small)).Message);
}
