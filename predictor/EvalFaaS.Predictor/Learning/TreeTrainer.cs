using EvalFaaS.Predictor.Models;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace EvalFaaS.Predictor.Learning;

/// <summary>
/// Trains boosted trees for the absolute error. ML.NET's regressors know the squared one only, so the rows are weighted anew by the inverse of their
/// residuals and fitted again: iteratively reweighted least squares, whose fixed point is the median.
/// </summary>
internal sealed class TreeTrainer(TrainingOptions options)
{
    private readonly MLContext _ml = new(options.Seed);

    /// <summary>LightGBM; leaves the examples with the weights of its last fit.</summary>
    public ITransformer LightGbm(IReadOnlyList<Example> examples) => Reweighted(examples, _ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
    {
        ExampleWeightColumnName = nameof(Example.Weight),
        NumberOfLeaves = options.Leaves,
        NumberOfIterations = options.Trees,
        LearningRate = options.LearningRate,
        MinimumExampleCountPerLeaf = options.LeastPerLeaf,
        NumberOfThreads = options.Threads,
        Seed = options.Seed,
        Deterministic = true,
        Verbose = false,
        Booster = new GradientBooster.Options { FeatureFraction = options.FeatureShare, SubsampleFraction = 0.8, SubsampleFrequency = 1, L2Regularization = 1 },
    }), m => ((RegressionPredictionTransformer<LightGbmRegressionModelParameters>)m).Model);

    /// <summary>FastTree, which is slower to train: fitted once, with the weights that the examples have from LightGBM.</summary>
    public ITransformer FastTree(IReadOnlyList<Example> examples) => Fit(examples, _ml.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
    {
        ExampleWeightColumnName = nameof(Example.Weight),
        NumberOfLeaves = options.Leaves,
        NumberOfTrees = options.Trees / 3,
        LearningRate = 3 * options.LearningRate,
        MinimumExampleCountPerLeaf = options.LeastPerLeaf,
        NumberOfThreads = options.Threads,
        Seed = options.Seed,
        FeatureSelectionSeed = options.Seed,
        FeatureFraction = options.FeatureShare,
    }));

    private ITransformer Reweighted<T>(IReadOnlyList<Example> examples, IEstimator<T> trainer, Func<ITransformer, TreeEnsembleModelParametersBasedOnRegressionTree> parameters)
        where T : class, ITransformer
    {
        foreach (var example in examples) example.Weight = 1;
        var fitted = Fit(examples, trainer);
        for (var pass = 1; pass < options.Passes; pass++)
        {
            var trees = new TreeEnsemble(parameters(fitted));
            foreach (var example in examples)
                example.Weight = 1 / Math.Max(options.Smoothing, Math.Abs(example.Label - trees.Predict(example.Features)));
            fitted = Fit(examples, trainer);
        }

        return fitted;
    }

    private ITransformer Fit<T>(IReadOnlyList<Example> examples, IEstimator<T> trainer)
        where T : class, ITransformer
    {
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Features.Names.Count);
        try
        {
            return trainer.Fit(_ml.Data.LoadFromEnumerable(examples, schema));
        }
        catch (DllNotFoundException e)
        {
            throw new ModelException("LightGBM needs the library libgomp.so.1, which this machine does not have: apt-get install libgomp1", e);
        }
    }
}
