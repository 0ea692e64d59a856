namespace EvalFaaS.Predictor.Traces;

/// <summary>One function of a trace.</summary>
/// <param name="Key">Which.</param>
/// <param name="Trigger">What calls it.</param>
/// <param name="Counts">Its calls in each minute.</param>
public sealed record TraceFunction(FunctionKey Key, TriggerKind Trigger, MinuteCounts Counts)
{
    /// <summary>How long its calls took, where the trace says so.</summary>
    public DurationStatistics? Duration { get; init; }

    /// <summary>Memory of its application, where the trace says so.</summary>
    public MemoryStatistics? Memory { get; init; }
}
