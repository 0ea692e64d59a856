using EvalFaaS.Predictor.Learning;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace EvalFaaS.Predictor.Tests.Learning;

public sealed class TreeEnsembleTests
{
    private static readonly Example[] Examples = Create();

    [Fact]
    public void Flattened_lightgbm_trees_say_what_ml_net_says()
    {
        var fitted = new TreeTrainer(TrainedOnce.Small).LightGbm(Examples);
        Same(fitted, new TreeEnsemble(((RegressionPredictionTransformer<LightGbmRegressionModelParameters>)fitted).Model));
    }

    [Fact]
    public void Flattened_fasttree_trees_say_what_ml_net_says()
    {
        var fitted = new TreeTrainer(TrainedOnce.Small).FastTree(Examples);
        Same(fitted, new TreeEnsemble(((RegressionPredictionTransformer<FastTreeRegressionModelParameters>)fitted).Model));
    }

    [Fact]
    public void Weighting_anew_moves_the_forecast_from_the_mean_towards_the_median()
    {
        // Nine in ten are 0, one is 10: the mean is 1, the median 0.
        Example[] skewed = [.. Enumerable.Range(0, 2000).Select(i => new Example { Label = i % 10 == 0 ? 10 : 0, Features = new float[Features.Names.Count] })];
        foreach (var (example, i) in skewed.Select((e, i) => (e, i))) example.Features[0] = i % 7;
        var squared = Fit(1);
        var absolute = Fit(3);
        Assert.InRange(squared, 0.5f, 1.5f);
        Assert.InRange(absolute, -0.1f, 0.3f);

        float Fit(int passes)
        {
            var trainer = new TreeTrainer(TrainedOnce.Small with { Passes = passes, Trees = 60, LearningRate = 0.2 });
            return new TreeEnsemble(((RegressionPredictionTransformer<LightGbmRegressionModelParameters>)trainer.LightGbm(skewed)).Model).Predict(skewed[0].Features);
        }
    }

    private static void Same(ITransformer fitted, TreeEnsemble trees)
    {
        var ml = new MLContext(1);
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Features.Names.Count);
        var scores = fitted.Transform(ml.Data.LoadFromEnumerable(Examples, schema)).GetColumn<float>("Score").ToArray();
        Assert.True(scores.Distinct().Count() > 5);
        for (var i = 0; i < scores.Length; i++) Assert.Equal(scores[i], trees.Predict(Examples[i].Features), 1e-4f);
    }

    private static Example[] Create()
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, 2000).Select(_ =>
        {
            var features = new float[Features.Names.Count];
            for (var i = 0; i < features.Length; i++) features[i] = random.NextSingle() * 10 - 5;
            return new Example { Features = features, Label = features[0] > 1 ? features[1] : -features[2] };
        })];
    }
}
