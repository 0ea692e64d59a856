using EvalFaaS.Predictor.Learning;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Predictor.Walking;

namespace EvalFaaS.Predictor.Evaluation;

/// <summary>Walk-forward evaluation: minute after minute is forecast from those before it, then revealed.</summary>
internal static class WalkForward
{
    /// <summary>For how long before the test the reference gate compares its baselines, minutes.</summary>
    public const int JudgedMinutes = 120;

    /// <summary>Evaluates.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="options">Of the predictor.</param>
    /// <param name="from">First minute that is scored.</param>
    /// <param name="judgeFrom">From where on the reference gate compares its baselines.</param>
    /// <param name="models">Which learned models hold from which minute on, ascending.</param>
    /// <param name="progress">Is told the share done.</param>
    public static IReadOnlyList<HorizonEvaluation> Run(
        Trace trace, PredictorOptions options, int judgeFrom, int from, IReadOnlyList<(int From, LearnedModels Models)> models, IProgress<double>? progress = null)
    {
        HorizonEvaluation[] horizons = [.. options.Horizons.Select((h, i) => new HorizonEvaluation(trace, i, h, judgeFrom, from))];
        var walk = new TraceWalk(trace, options);
        while (walk.Minute < trace.Minutes)
        {
            var minute = walk.Minute;
            foreach (var horizon in horizons) horizon.BeforeEnd(walk.Predictor, minute);
            foreach (var (since, learned) in models)
                if (since == minute + 1) walk.Predictor.Use(learned);
            walk.Step();
            foreach (var horizon in horizons) horizon.AfterEnd(walk.Predictor, minute);
            progress?.Report((double)walk.Minute / trace.Minutes);
        }

        return horizons;
    }
}
