using EvalFaaS.Predictor.Traces;
using EvalFaaS.Predictor.Walking;
using Microsoft.ML;

namespace EvalFaaS.Predictor.Learning;

/// <summary>Trains from a trace: walks through its minutes for examples, then fits the trees of each horizon.</summary>
internal sealed class ModelTrainer(PredictorOptions options, TrainingOptions training)
{
    /// <summary>Collects the examples whose minute comes before the end of training.</summary>
    public static ExampleCollector Collect(Trace trace, int to, PredictorOptions options, TrainingOptions training, IProgress<double>? progress)
    {
        var share = training.MostExamples / Math.Max(1.0, (double)trace.Functions.Count * (to - training.WarmUp));
        var collector = new ExampleCollector(trace, options.Horizons.Count, training.WarmUp, to, share, new Random(training.Seed));
        var walk = new TraceWalk(trace, options);
        while (walk.Minute < to)
        {
            walk.Step(collector);
            progress?.Report((double)walk.Minute / to);
        }

        return collector;
    }

    /// <summary>Fits the trees of each horizon to the examples before a minute.</summary>
    public FittedModels Fit(ExampleCollector collector, int to, IProgress<double>? progress)
    {
        var trainer = new TreeTrainer(training);
        var horizons = options.Horizons.Count;
        List<ITransformer> light = [], fast = [];
        for (var h = 0; h < horizons; h++)
        {
            Example[] examples = [.. collector.Examples[h].Where(e => e.Target < to).Select(e => e.Example)];
            light.Add(trainer.LightGbm(examples));
            progress?.Report((h + 0.5) / horizons);
            fast.Add(trainer.FastTree(examples));
            progress?.Report((h + 1.0) / horizons);
        }

        return new FittedModels(light, fast);
    }
}
