using EvalFaaS.Model;

namespace EvalFaaS.Predictor.Traces;

/// <summary>Single calls with their moments, of any number of functions.</summary>
/// <param name="Functions">Names of the functions.</param>
/// <param name="Calls">The calls in the order of their arrival, at least one.</param>
public sealed record CallRecording(IReadOnlyList<string> Functions, IReadOnlyList<RecordedCall> Calls)
{
    /// <summary>From second 0 to the end of the call that ended last, seconds.</summary>
    public double Seconds { get; } = Calls.Max(c => c.At + (double.IsNaN(c.Duration) ? 0 : c.Duration));

    /// <summary>Whether each call says how long it took.</summary>
    public bool HasDurations { get; } = Calls.All(c => !double.IsNaN(c.Duration));

    /// <summary>The calls of one function.</summary>
    public IReadOnlyList<RecordedCall> Of(int function) => [.. Calls.Where(c => c.Function == function)];
}

/// <summary>One call.</summary>
/// <param name="Function">Its function's place among <see cref="CallRecording.Functions"/>.</param>
/// <param name="At">When it arrived, seconds from the recording's begin.</param>
/// <param name="Duration">How long it took from there, its start included, seconds; NaN where it was not recorded.</param>
/// <param name="Start">What it found; null where it was not recorded.</param>
/// <param name="Cause">Why not more; null where it was not recorded.</param>
public readonly record struct RecordedCall(int Function, double At, double Duration, StartState? Start = null, ColdCause? Cause = null);
