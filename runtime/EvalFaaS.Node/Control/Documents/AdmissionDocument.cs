using EvalFaaS.Execution;

namespace EvalFaaS.Node.Control;

/// <summary>The admission of a node.</summary>
internal sealed record AdmissionDocument
{
    /// <summary>The policy of every function that has none of its own.</summary>
    public required string Policy { get; init; }

    /// <summary>Functions that have one.</summary>
    public required IReadOnlyList<FunctionPolicyDocument> Functions { get; init; }

    /// <summary>All policies that act for some function. What enters without being asked about, as below the limit of most policies, is not counted.</summary>
    public required IReadOnlyList<PolicyAccountDocument<AdmissionAccount>> Acting { get; init; }

    /// <summary>The policies in their shadow; where there are any, every invocation is asked about.</summary>
    public required IReadOnlyList<PolicyAccountDocument<AdmissionAccount>> Shadows { get; init; }

    public static AdmissionDocument Of(Admission admission) => new()
    {
        Policy = admission.Choice.Policy.Text,
        Functions = FunctionPolicyDocument.All(admission.Choice),
        Acting = PolicyAccountDocument<AdmissionAccount>.All(admission.Acting),
        Shadows = PolicyAccountDocument<AdmissionAccount>.All(admission.Shadows),
    };
}

/// <summary>An invocation that was refused, or would have been.</summary>
internal sealed record RefusalDocument
{
    /// <summary>The revision.</summary>
    public required string Function { get; init; }

    /// <summary>When, seconds on the node's monotonic clock.</summary>
    public required double AtSeconds { get; init; }

    /// <summary>The policy that refused it.</summary>
    public required string Policy { get; init; }

    /// <summary>Whether it acts; false: in the shadow of the one that does, and nothing was refused.</summary>
    public required bool Acts { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }

    public static RefusalDocument Of(AdmissionRecord record) => new()
    {
        Function = record.Function, AtSeconds = record.AtSeconds, Policy = record.Policy, Acts = record.Acts, Reason = record.Decision.Explain(),
    };
}
