namespace EvalFaaS.Policies;

/// <summary>What a policy decides.</summary>
public enum PolicyKind
{
    /// <summary>How long idle instances stay: <see cref="IKeepAlivePolicy"/>.</summary>
    KeepAlive,

    /// <summary>What is made ready ahead of calls: <see cref="IWarmUpPolicy"/>.</summary>
    WarmUp,

    /// <summary>How many instances: <see cref="IScalingPolicy"/>.</summary>
    Scaling,

    /// <summary>On which node: <see cref="IPlacementPolicy"/>.</summary>
    Placement,

    /// <summary>Which instance or node takes a request: <see cref="ILoadBalancer"/>.</summary>
    Balancing,

    /// <summary>Which requests run, wait or are refused: <see cref="IAdmissionPolicy"/>.</summary>
    Admission,
}
