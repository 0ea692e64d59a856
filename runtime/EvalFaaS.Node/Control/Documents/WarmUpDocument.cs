using EvalFaaS.Execution;
using EvalFaaS.Node.Problems;
using EvalFaaS.Policies;

namespace EvalFaaS.Node.Control;

/// <summary>The warm-up of a node.</summary>
internal sealed record WarmUpDocument
{
    /// <summary>The policy of every function that has none of its own.</summary>
    public required string Policy { get; init; }

    /// <summary>Functions that have one.</summary>
    public required IReadOnlyList<FunctionPolicyDocument> Functions { get; init; }

    /// <summary>All policies that act for some function.</summary>
    public required IReadOnlyList<PolicyAccountDocument<WarmUpAccount>> Acting { get; init; }

    /// <summary>The policies in their shadow.</summary>
    public required IReadOnlyList<PolicyAccountDocument<WarmUpAccount>> Shadows { get; init; }

    /// <summary>Functions that are to be ready now.</summary>
    public required IReadOnlyList<ReadyDocument> Ready { get; init; }

    public static WarmUpDocument Of(FunctionRuntime runtime) => new()
    {
        Policy = runtime.WarmUp.Choice.Policy.Text,
        Functions = FunctionPolicyDocument.All(runtime.WarmUp.Choice),
        Acting = PolicyAccountDocument<WarmUpAccount>.All(runtime.WarmUp.Acting),
        Shadows = PolicyAccountDocument<WarmUpAccount>.All(runtime.WarmUp.Shadows),
        Ready = [.. runtime.List(null).Where(f => f.Provisioned != ProvisionStatus.NotProvisioned).Select(f => new ReadyDocument { Function = f.Name, Status = WireName<ProvisionStatus>.Of(f.Provisioned) })],
    };
}

/// <summary>A function that is to be ready.</summary>
internal sealed record ReadyDocument
{
    /// <summary>The revision.</summary>
    public required string Function { get; init; }

    /// <summary><c>provisioning</c> or <c>provisioned</c>.</summary>
    public required string Status { get; init; }
}

/// <summary>A decision of a warm-up policy.</summary>
internal sealed record WarmUpDecisionDocument
{
    /// <summary>The revision.</summary>
    public required string Function { get; init; }

    /// <summary>When, seconds on the node's monotonic clock.</summary>
    public required double AtSeconds { get; init; }

    /// <summary>The policy.</summary>
    public required string Policy { get; init; }

    /// <summary>Whether it acts; false: in the shadow of the one that does.</summary>
    public required bool Acts { get; init; }

    /// <summary><c>none</c>, <c>load-module</c>, <c>instantiate</c> or <c>scale</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Instances that are to be there.</summary>
    public required int Instances { get; init; }

    /// <summary>For how long.</summary>
    public required double ForSeconds { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }

    public static WarmUpDecisionDocument Of(WarmUpRecord record) => new()
    {
        Function = record.Function,
        AtSeconds = record.AtSeconds,
        Policy = record.Policy,
        Acts = record.Acts,
        Action = WireName<WarmUpAction>.Of(record.Decision.Action),
        Instances = record.Decision.Instances,
        ForSeconds = record.Decision.ForSeconds,
        Reason = record.Decision.Explain(),
    };
}
