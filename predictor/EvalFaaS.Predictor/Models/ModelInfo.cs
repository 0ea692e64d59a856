using EvalFaaS.Predictor.Learning;

namespace EvalFaaS.Predictor.Models;

/// <summary>What stands beside the trees in a model file.</summary>
public sealed record ModelInfo
{
    /// <summary>The form of the file that this program writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Form of the file.</summary>
    public required int Format { get; init; }

    /// <summary>SHA-256 of the training data: functions and their calls before <see cref="TrainedTo"/>.</summary>
    public required string DataHash { get; init; }

    /// <summary>Functions in the training data.</summary>
    public required int Functions { get; init; }

    /// <summary>The minute before which training ended, from the trace's first.</summary>
    public required int TrainedTo { get; init; }

    /// <summary>The minute before which the models that were judged ended; minutes from there to <see cref="TrainedTo"/> gave <see cref="HeldBack"/>.</summary>
    public required int JudgedTo { get; init; }

    /// <summary>Options of the predictor.</summary>
    public required PredictorOptions Options { get; init; }

    /// <summary>Options of the training.</summary>
    public required TrainingOptions Training { get; init; }

    /// <summary>Figures on the minutes held back, by horizon: with learned models, and without.</summary>
    public required IReadOnlyList<HeldBackFigures> HeldBack { get; init; }

    /// <summary>By horizon, whether the learned models are used: only where they made neither WAPE nor mean MASE worse on the minutes held back.</summary>
    public IReadOnlyList<bool> Admitted => [.. HeldBack.Select(h => h.Model.Wape <= h.Unlearned.Wape && h.Model.MaseMean <= h.Unlearned.MaseMean)];

    /// <summary>Features from the most important, by horizon.</summary>
    public required IReadOnlyList<IReadOnlyList<FeatureImportance>> Importance { get; init; }
}
