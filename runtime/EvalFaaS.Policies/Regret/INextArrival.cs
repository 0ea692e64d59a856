namespace EvalFaaS.Policies;

/// <summary>The future, where an executor has it: a trace that is replayed, or a recording that is looked at afterwards.</summary>
public interface INextArrival
{
    /// <summary>When the function is called next, after now; infinite where never.</summary>
    /// <param name="function">The function.</param>
    /// <param name="now">The time, seconds on the executor's clock.</param>
    /// <returns>Seconds on the same clock.</returns>
    double After(int function, double now);

    /// <summary>When an arrival, one that has not come yet, next brings the function to so many invocations at a time, if each begins when it arrives.</summary>
    /// <param name="function">The function.</param>
    /// <param name="running">How many, at least 1.</param>
    /// <param name="now">The time, seconds on the executor's clock.</param>
    /// <param name="seen">Arrivals of the function so far, which tells those of this very moment from one to come.</param>
    /// <param name="until">How far to look, seconds on the same clock.</param>
    /// <returns>Seconds on the same clock; infinite where not until then.</returns>
    double Reaches(int function, int running, double now, long seen, double until);
}
