namespace EvalFaaS.Policies;

/// <summary>What a policy knows of a function beforehand. Functions are dense numbers from 0, given by the executor.</summary>
/// <param name="MemoryMiB">Memory that one kept instance holds, MiB, above 0.</param>
/// <param name="ColdStartSeconds">What a start costs that finds nothing kept, seconds.</param>
/// <param name="Concurrency">Invocations that one instance takes at a time, at least 1.</param>
public readonly record struct FunctionTraits(double MemoryMiB = 128, double ColdStartSeconds = 0.25, int Concurrency = 1);
