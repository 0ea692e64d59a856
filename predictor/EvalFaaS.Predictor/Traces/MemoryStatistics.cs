namespace EvalFaaS.Predictor.Traces;

/// <summary>How much memory a function's application had allocated, over a day, in megabytes.</summary>
/// <param name="Samples">Number of samples.</param>
/// <param name="Average">Mean.</param>
/// <param name="Percentiles">Values at <see cref="Levels"/>.</param>
public sealed record MemoryStatistics(long Samples, double Average, IReadOnlyList<double> Percentiles)
{
    /// <summary>The levels of <see cref="Percentiles"/>, in percent.</summary>
    public static IReadOnlyList<int> Levels { get; } = [1, 5, 25, 50, 75, 95, 99, 100];
}
