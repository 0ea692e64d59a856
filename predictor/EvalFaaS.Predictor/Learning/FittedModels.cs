using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace EvalFaaS.Predictor.Learning;

/// <summary>ML.NET's fitted models, by horizon: the form that is saved and loaded.</summary>
internal sealed record FittedModels(IReadOnlyList<ITransformer> LightGbm, IReadOnlyList<ITransformer> FastTree)
{
    /// <summary>The form that forecasts.</summary>
    public LearnedModels ToLearned() => new(PredictorOptions.LearnedNames, [.. LightGbm.Zip(FastTree, (light, fast) =>
    {
        var first = new TreeEnsemble(((RegressionPredictionTransformer<LightGbmRegressionModelParameters>)light).Model);
        var second = new TreeEnsemble(((RegressionPredictionTransformer<FastTreeRegressionModelParameters>)fast).Model);
        return (IReadOnlyList<ILearnedForecaster>)[first, second, new MeanForecaster(first, second)];
    })]);
}
