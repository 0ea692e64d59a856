namespace EvalFaaS.Policies;

/// <summary>What a policy knows of a function beforehand. Functions are dense numbers from 0, given by the executor.</summary>
/// <param name="MemoryMiB">Memory that one kept instance holds, MiB, above 0.</param>
/// <param name="ColdStartSeconds">What a start costs that finds nothing kept, seconds.</param>
/// <param name="Concurrency">Invocations that one instance takes at a time, at least 1.</param>
public readonly record struct FunctionTraits(double MemoryMiB, double ColdStartSeconds, int Concurrency = 1)
{
    /// <summary>A usual function: 128 MiB, 250 ms, one invocation at a time.</summary>
    public FunctionTraits() : this(128, 0.25)
    {
    }
}
