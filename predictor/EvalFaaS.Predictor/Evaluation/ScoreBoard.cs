namespace EvalFaaS.Predictor.Evaluation;

/// <summary>Scores of one way to forecast, at one horizon, by function.</summary>
internal sealed class ScoreBoard(string name, int functions)
{
    public string Name { get; } = name;

    /// <summary>By function.</summary>
    public Score[] Scores { get; } = new Score[functions];
}
