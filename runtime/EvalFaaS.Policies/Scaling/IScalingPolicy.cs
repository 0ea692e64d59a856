namespace EvalFaaS.Policies;

/// <summary>Decides how many instances a function is to have. The executor hands in one sample of the load about once a second, and asks every <see cref="EverySeconds"/>.</summary>
/// <remarks>One caller at a time, in the order of time; neither sampling nor deciding allocates. Each function's windows are held by its number.</remarks>
public interface IScalingPolicy
{
    /// <summary>The policy's name in the catalogue.</summary>
    string Name { get; }

    /// <summary>How often to ask, seconds.</summary>
    double EverySeconds { get; }

    /// <summary>Says what a function is: before its first sample, and again when it changes.</summary>
    void Describe(int function, in FunctionTraits traits);

    /// <summary>Takes in what was seen since the last sample.</summary>
    void Observe(int function, in LoadSample sample);

    /// <summary>How many instances from now on?</summary>
    /// <param name="function">The function.</param>
    /// <param name="now">The time, seconds on the executor's clock.</param>
    /// <param name="ready">Instances that can take requests now.</param>
    ScaleDecision Decide(int function, double now, int ready);
}
