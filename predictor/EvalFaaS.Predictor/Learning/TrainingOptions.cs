namespace EvalFaaS.Predictor.Learning;

/// <summary>Options of training.</summary>
public sealed record TrainingOptions
{
    /// <summary>Seed of everything random in it. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Trees of a LightGBM model; FastTree, which is slower to train, gets a third as many that learn three times as fast. Default 150.</summary>
    public int Trees { get; init; } = 150;

    /// <summary>Leaves of a tree at most. Default 31.</summary>
    public int Leaves { get; init; } = 31;

    /// <summary>How much of each tree's correction is taken. Default 0.06.</summary>
    public double LearningRate { get; init; } = 0.06;

    /// <summary>Examples in a leaf at least. Default 40.</summary>
    public int LeastPerLeaf { get; init; } = 40;

    /// <summary>Share of the features that a tree sees. Default 0.5.</summary>
    public double FeatureShare { get; init; } = 0.5;

    /// <summary>Fits of a model; from the second on, for the absolute error. Default 2.</summary>
    public int Passes { get; init; } = 2;

    /// <summary>Residuals below this count as this, in units of the function's scale. Default 0.1.</summary>
    public float Smoothing { get; init; } = 0.1f;

    /// <summary>Minutes at the trace's beginning from which nothing is learnt yet. Default 60.</summary>
    public int WarmUp { get; init; } = 60;

    /// <summary>Share of the training minutes, from their end, that is held back to judge the learned models before they are fitted to all. Default 0.25.</summary>
    public double HeldBack { get; init; } = 0.25;

    /// <summary>Examples for a horizon at most; of more, a random share is taken. Default 150,000.</summary>
    public int MostExamples { get; init; } = 150_000;

    /// <summary>Threads. Default 1: with more, LightGBM spins while other work has the cores, and takes many times as long.</summary>
    public int Threads { get; init; } = 1;
}
