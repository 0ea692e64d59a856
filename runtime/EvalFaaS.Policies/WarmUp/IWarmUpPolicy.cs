namespace EvalFaaS.Policies;

/// <summary>Decides what is made ready ahead of calls that have not come yet. The executor asks for each function every <see cref="EverySeconds"/>.</summary>
/// <remarks>One caller at a time; a decision allocates nothing. What the executor made ready on such a decision is <see cref="ProvisionStatus.Provisioned"/> until the decision's end, and keep-alive does not unload it before.</remarks>
public interface IWarmUpPolicy
{
    /// <summary>The policy's name in the catalogue.</summary>
    string Name { get; }

    /// <summary>How often to ask, seconds.</summary>
    double EverySeconds { get; }

    /// <summary>Says what a function is: before its first question, and again when it changes.</summary>
    void Describe(int function, in FunctionTraits traits);

    /// <summary>What is to be ready now?</summary>
    WarmUpDecision Decide(in WarmUpQuestion question);
}
