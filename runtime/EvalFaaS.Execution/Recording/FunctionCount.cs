namespace EvalFaaS.Execution;

/// <summary>Invocations and faults of one function, or of all that have no series of their own.</summary>
/// <param name="Function"><c>namespace/name</c>, or <see cref="Other"/>.</param>
/// <param name="Invocations">Invocations recorded.</param>
/// <param name="Faults">Those of them that ended with a fault.</param>
public readonly record struct FunctionCount(string Function, long Invocations, long Faults)
{
    /// <summary>Stands for all functions that have no series of their own; no function can have this name.</summary>
    public const string Other = "other";
}
