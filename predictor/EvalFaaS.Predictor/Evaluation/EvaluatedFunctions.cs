using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Evaluation;

/// <summary>The functions whose forecasts are summed up: those active often enough to be forecast by the minute, with the unit of their MASE.</summary>
/// <param name="Places">Their places in the trace.</param>
/// <param name="Units">Mean naive error of each in the minutes before the test.</param>
internal sealed record EvaluatedFunctions(IReadOnlyList<int> Places, IReadOnlyList<double> Units)
{
    /// <summary>Active minutes that a function needs, over the whole trace.</summary>
    public const int LeastActive = 30;

    /// <summary>Those of a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="from">First minute of the test.</param>
    public static EvaluatedFunctions Of(Trace trace, int from)
    {
        int[] places = [.. Enumerable.Range(0, trace.Functions.Count).Where(f => trace.Functions[f].Counts.Active >= LeastActive)];
        return new EvaluatedFunctions(places, [.. places.Select(f => Metrics.NaiveError(trace.Functions[f].Counts.ToArray().AsSpan(0, from)))]);
    }

    /// <summary>The figures of one way to forecast.</summary>
    public Summary Summarise(ScoreBoard board) => Summary.Of([.. Places.Select(f => board.Scores[f])], Units);

    /// <summary>How much better one is than another.</summary>
    public Improvement Compare(ScoreBoard old, ScoreBoard better, int seed) =>
        Improvement.Of([.. Places.Select(f => old.Scores[f])], [.. Places.Select(f => better.Scores[f])], Units, seed);
}
