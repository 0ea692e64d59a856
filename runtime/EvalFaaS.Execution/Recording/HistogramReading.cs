namespace EvalFaaS.Execution;

/// <summary>A histogram at one moment.</summary>
/// <param name="Buckets">Observations in each bucket (not cumulative), one more than there are bounds.</param>
/// <param name="Count">Observations.</param>
/// <param name="SumSeconds">Their sum, seconds.</param>
public sealed record HistogramReading(IReadOnlyList<long> Buckets, long Count, double SumSeconds);
