using EvalFaaS.Model;

namespace EvalFaaS.Node;

/// <summary>What a deployment gets that says nothing else. A change counts for deployments after it.</summary>
public sealed record DeploymentDefaults
{
    /// <summary>Limits of an invocation.</summary>
    public InvocationLimits Limits { get; init; } = new();

    /// <summary>Invocations at once. Default 100; 1 to 10,000.</summary>
    public int Concurrency { get; init; } = 100;

    /// <summary>Invocations that may wait. Default 1,000; 0 to 100,000.</summary>
    public int QueueLength { get; init; } = 1_000;

    /// <summary>Invocations before an instance is thrown away. Default 1; 0 means never.</summary>
    public int MaxInvocations { get; init; } = 1;
}
