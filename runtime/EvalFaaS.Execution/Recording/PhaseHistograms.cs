using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Distribution of each phase's time for each start state. Lock-free; never by function.</summary>
public sealed class PhaseHistograms
{
    /// <summary>Upper bounds of the buckets, seconds, ascending; above the last one lies +Inf.</summary>
    public static IReadOnlyList<double> UpperBounds => throw new NotImplementedException();

    /// <summary>The distribution of a phase's time (null: of the total) in invocations of a start state.</summary>
    public HistogramReading Read(Phase? phase, StartState state) => throw new NotImplementedException();
}

/// <summary>A histogram at one moment.</summary>
/// <param name="Buckets">Observations in each bucket (not cumulative), one more than there are bounds.</param>
/// <param name="Count">Observations.</param>
/// <param name="SumSeconds">Their sum, seconds.</param>
public sealed record HistogramReading(IReadOnlyList<long> Buckets, long Count, double SumSeconds);
