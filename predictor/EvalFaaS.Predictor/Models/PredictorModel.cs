using EvalFaaS.Predictor.Evaluation;
using EvalFaaS.Predictor.Learning;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Models;

/// <summary>A trained model. Immutable; <see cref="Train"/> makes one, <see cref="ModelFile"/> keeps it.</summary>
public sealed class PredictorModel
{
    private const int ExplainedBy = 3000;
    private readonly Lazy<LearnedModels> _learned;
    private readonly Lazy<LearnedModels> _judged;

    internal PredictorModel(ModelInfo info, FittedModels judged, FittedModels fitted)
    {
        (Info, JudgedFit, Fitted) = (info, judged, fitted);
        _learned = new(() => Fitted.ToLearned().Only(Info.Admitted));
        _judged = new(() => JudgedFit.ToLearned().Only(Info.Admitted));
    }

    /// <summary>What is known about it.</summary>
    public ModelInfo Info { get; }

    internal FittedModels JudgedFit { get; }

    internal FittedModels Fitted { get; }

    /// <summary>The trees that forecast.</summary>
    internal LearnedModels Learned => _learned.Value;

    /// <summary>The trees that were not fitted to the last part of the training minutes.</summary>
    internal LearnedModels Judged => _judged.Value;

    /// <summary>Trains a model.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="to">The minute before which training ends; null for all minutes.</param>
    /// <param name="options">Of the predictor.</param>
    /// <param name="training">Of the training.</param>
    /// <param name="progress">Is told the share done.</param>
    /// <exception cref="ArgumentException">The trace is too short.</exception>
    public static PredictorModel Train(
        Trace trace, int? to = null, PredictorOptions? options = null, TrainingOptions? training = null, IProgress<double>? progress = null)
    {
        options ??= new PredictorOptions();
        training ??= new TrainingOptions();
        var end = to ?? trace.Minutes;
        var least = 2 * training.WarmUp + options.Horizons.Max();
        if (end > trace.Minutes) throw new ArgumentException($"The trace has {trace.Minutes} minutes; training cannot go to minute {end}.");
        if (end < least) throw new ArgumentException($"Training needs at least {least} minutes, and there are {end}.");
        var judgedTo = end - (int)(training.HeldBack * end);
        var collector = ModelTrainer.Collect(trace, end, options, training, Part(progress, 0, 0.2));
        var trainer = new ModelTrainer(options, training);
        var judged = trainer.Fit(collector, judgedTo, Part(progress, 0.2, 0.5));
        var fitted = trainer.Fit(collector, end, Part(progress, 0.5, 0.8));
        var learned = judged.ToLearned();
        var evaluation = WalkForward.Run(trace.Until(end), options, Math.Max(0, judgedTo - WalkForward.JudgedMinutes), judgedTo, [(judgedTo, learned)], Part(progress, 0.8, 1));
        var random = new Random(training.Seed);
        var info = new ModelInfo
        {
            Format = ModelInfo.CurrentFormat,
            DataHash = TraceHash.Of(trace, end),
            Functions = trace.Functions.Count,
            TrainedTo = end,
            JudgedTo = judgedTo,
            Options = options,
            Training = training,
            HeldBack = [.. evaluation.Select(e => e.HeldBack(EvaluatedFunctions.Of(trace, judgedTo)))],
            Importance =
            [
                .. collector.Examples.Select((examples, h) => PermutationImportance.Of(
                    learned.ByHorizon[h][^1], [.. examples.Where(e => e.Target >= judgedTo).Select(e => e.Example)], ExplainedBy, random)),
            ],
        };
        return new PredictorModel(info, judged, fitted);
    }

    /// <summary>Which trees hold from which minute on, walking through a trace that is scored from a minute on.</summary>
    /// <remarks>On the very trace that a model was trained on, the minutes before must not be forecast by trees that were fitted to them: the gate would trust them too much.</remarks>
    internal IReadOnlyList<(int From, LearnedModels Models)> Schedule(Trace trace, int from) =>
        WasTrainedOn(trace)
            ? [(Info.JudgedTo, Judged), (Math.Max(from, Info.TrainedTo), Learned)]
            : [(1, Learned)];

    /// <summary>Whether a trace is the one that the model was trained on, or goes on from it.</summary>
    public bool WasTrainedOn(Trace trace) => trace.Minutes >= Info.TrainedTo && TraceHash.Of(trace, Info.TrainedTo) == Info.DataHash;

    private static Progress? Part(IProgress<double>? whole, double from, double to) => whole is null ? null : new Progress(whole, from, to);

    private sealed class Progress(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (to - from) * value);
    }
}
