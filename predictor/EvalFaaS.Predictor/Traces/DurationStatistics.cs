namespace EvalFaaS.Predictor.Traces;

/// <summary>How long a function's calls took, over a day. All times in milliseconds; the percentiles are averages of percentiles of shorter intervals.</summary>
/// <param name="Average">Mean.</param>
/// <param name="Count">Calls that were timed.</param>
/// <param name="Minimum">Shortest.</param>
/// <param name="Maximum">Longest.</param>
/// <param name="Percentiles">Values at <see cref="Levels"/>.</param>
public sealed record DurationStatistics(double Average, long Count, double Minimum, double Maximum, IReadOnlyList<double> Percentiles)
{
    /// <summary>The levels of <see cref="Percentiles"/>, in percent.</summary>
    public static IReadOnlyList<int> Levels { get; } = [0, 1, 25, 50, 75, 99, 100];
}
