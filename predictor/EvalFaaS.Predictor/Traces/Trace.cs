namespace EvalFaaS.Predictor.Traces;

/// <summary>Calls of many functions, minute by minute.</summary>
/// <param name="FirstMinuteOfDay">The first minute's place in the day, 0 for 00:00 to 1439.</param>
/// <param name="Minutes">Number of minutes.</param>
/// <param name="Functions">The functions, in the order of the file.</param>
public sealed record Trace(int FirstMinuteOfDay, int Minutes, IReadOnlyList<TraceFunction> Functions)
{
    /// <summary>The same trace as if it had ended earlier.</summary>
    /// <param name="minutes">Minutes that are kept, from the first.</param>
    public Trace Until(int minutes) => minutes >= Minutes ? this : this with
    {
        Minutes = minutes,
        Functions = [.. Functions.Select(f => f with { Counts = new MinuteCounts(f.Counts.ToArray().AsSpan(0, minutes)) })],
    };
}
