using System.Net;

namespace EvalFaaS.Harness.Load;

/// <summary>One load: whom, what, how.</summary>
public sealed record LoadPlan
{
    /// <summary>Where the target listens.</summary>
    public required EndPoint Address { get; init; }

    /// <summary>The whole request as it goes over the wire; the same for each request.</summary>
    public required ReadOnlyMemory<byte> Request { get; init; }

    /// <summary>The body that a right answer has; null accepts any. A different one is the failure <c>wrong-answer</c>.</summary>
    public ReadOnlyMemory<byte>? ExpectedBody { get; init; }

    /// <summary>Intended starts (open loop), or null: each connection starts its next request when its last one ended (closed loop).</summary>
    public IArrivals? Arrivals { get; init; }

    /// <summary>Connections, kept alive. Open loop: a request that finds all of them busy waits, and its latency counts from its intended start.</summary>
    public int Connections { get; init; } = 16;

    /// <summary>How long requests are started; what is under way then is waited for.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Requests at most, or null.</summary>
    public int? MaximumRequests { get; init; }

    /// <summary>How long an answer may take before it counts as the failure <c>timeout</c>. Default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The core that the generator's thread is bound to, or null.</summary>
    public int? Core { get; init; }
}
