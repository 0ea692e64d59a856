namespace EvalFaaS.Policies;

/// <summary>The future, where an executor has it: a trace that is replayed, or a recording that is looked at afterwards.</summary>
public interface INextArrival
{
    /// <summary>When the function is called next, after now; infinite where never.</summary>
    /// <param name="function">The function.</param>
    /// <param name="now">The time, seconds on the executor's clock.</param>
    /// <returns>Seconds on the same clock.</returns>
    double After(int function, double now);
}
