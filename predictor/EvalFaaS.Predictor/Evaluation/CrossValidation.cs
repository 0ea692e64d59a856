using EvalFaaS.Predictor.Learning;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Predictor.Walking;

namespace EvalFaaS.Predictor.Evaluation;

/// <summary>
/// Evaluation with both functions and hours held out: the applications are dealt into folds; each fold's functions are forecast by trees that learnt from the
/// others' earlier minutes alone.
/// </summary>
public static class CrossValidation
{
    /// <summary>Evaluates.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="from">The minute before which is learnt, and from which on is scored.</param>
    /// <param name="folds">Number of folds, 2 or more.</param>
    /// <param name="options">Of the predictor.</param>
    /// <param name="training">Of training.</param>
    /// <param name="progress">Is told the share done.</param>
    public static EvaluationReport Run(Trace trace, int from, int folds, PredictorOptions options, TrainingOptions training, IProgress<double>? progress = null)
    {
        var pooled = Evaluations(trace, from, folds, options, training, progress);
        var functions = EvaluatedFunctions.Of(trace, from);
        return new EvaluationReport(from, functions.Places.Count, false, [.. pooled.Select(e => e.Report(functions, training.Seed))]);
    }

    /// <summary>The scores of all functions, by horizon.</summary>
    internal static IReadOnlyList<HorizonEvaluation> Evaluations(Trace trace, int from, int folds, PredictorOptions options, TrainingOptions training, IProgress<double>? progress = null)
    {
        if (folds < 2) throw new ArgumentException($"Cross-validation needs two folds or more, not {folds}.");
        if (from <= training.WarmUp || from >= trace.Minutes) throw new ArgumentException($"The trace has {trace.Minutes} minutes: it cannot be parted at minute {from}.");
        var applications = WalkedFunction.Of(trace);
        HorizonEvaluation[] pooled = [.. options.Horizons.Select((h, i) => new HorizonEvaluation(trace, i, h, from, from))];
        for (var fold = 0; fold < folds; fold++)
        {
            int[] held = [.. Enumerable.Range(0, applications.Length).Where(f => applications[f].App % folds == fold)];
            int[] others = [.. Enumerable.Range(0, applications.Length).Except(held)];
            var collector = ModelTrainer.Collect(Part(trace, others), from, options, training, null);
            var learned = new ModelTrainer(options, training).Fit(collector, from, null).ToLearned();
            var evaluation = WalkForward.Run(Part(trace, held), options, Math.Max(0, from - WalkForward.JudgedMinutes), from, [(1, learned)]);
            for (var h = 0; h < pooled.Length; h++) pooled[h].Take(evaluation[h], held);
            progress?.Report((fold + 1.0) / folds);
        }

        return pooled;
    }

    private static Trace Part(Trace trace, int[] functions) => trace with { Functions = [.. functions.Select(f => trace.Functions[f])] };
}
