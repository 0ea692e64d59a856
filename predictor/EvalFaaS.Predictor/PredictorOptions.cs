namespace EvalFaaS.Predictor;

/// <summary>Options of the predictor.</summary>
public sealed record PredictorOptions
{
    /// <summary>The horizons, minutes ahead; 1 is the minute that begins. Default 1, 5 and 15.</summary>
    public IReadOnlyList<int> Horizons { get; init; } = [1, 5, 15];

    /// <summary>After how many minutes an error counts half in the gate's judgement. Default 120.</summary>
    public int HalfLife { get; init; } = 120;

    /// <summary>Names of the learned forecasts.</summary>
    internal static IReadOnlyList<string> LearnedNames { get; } = ["lightgbm", "fasttree", "trees"];
}
