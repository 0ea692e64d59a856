using EvalFaaS.Execution;

namespace EvalFaaS.Node.Control;

/// <summary>A function for which another policy decides.</summary>
internal sealed record FunctionPolicyDocument
{
    /// <summary><c>namespace/name</c>.</summary>
    public required string Function { get; init; }

    /// <summary>Its policy.</summary>
    public required string Policy { get; init; }

    public static IReadOnlyList<FunctionPolicyDocument> All(PolicyChoice choice) =>
        [.. choice.Functions.Select(f => new FunctionPolicyDocument { Function = f.Function.ToString(), Policy = f.Policy.Text })];
}

/// <summary>A policy and what came of it.</summary>
/// <typeparam name="T">What is counted.</typeparam>
internal sealed record PolicyAccountDocument<T>
{
    /// <summary>The policy.</summary>
    public required string Policy { get; init; }

    /// <summary>What came of it; of a shadow, what would have.</summary>
    public required T Account { get; init; }

    public static IReadOnlyList<PolicyAccountDocument<T>> All(IEnumerable<(string Policy, T Account)> accounts) =>
        [.. accounts.Select(a => new PolicyAccountDocument<T> { Policy = a.Policy, Account = a.Account })];
}
