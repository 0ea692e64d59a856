namespace EvalFaaS.Simulator.Streams;

/// <summary>What a stream of random numbers is for. Each purpose has a stream of its own, so that changing one part of a model leaves the numbers of the others as they were.</summary>
public enum StreamPurpose
{
    /// <summary>When invocations arrive.</summary>
    Arrivals,

    /// <summary>How much work each brings; drawn in the order of arrival, whatever becomes of the invocation.</summary>
    Service,

    /// <summary>How long cold starts take.</summary>
    ColdStart,

    /// <summary>Which instance or node is chosen.</summary>
    Routing,

    /// <summary>What policies draw.</summary>
    Policy,

    /// <summary>Delays and losses of the network.</summary>
    Network,

    /// <summary>When nodes and instances fail, and when they are back.</summary>
    Failures,
}
