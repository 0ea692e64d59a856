namespace EvalFaaS.Harness.Load;

/// <summary>One load: whom, what, how.</summary>
public sealed record LoadPlan
{
    /// <summary>What is asked, at least one; several are drawn by weight.</summary>
    public required IReadOnlyList<LoadRequest> Requests { get; init; }

    /// <summary>Intended starts (open loop), or null: each of as many users as there are connections starts its next request when its last one ended (closed loop).</summary>
    public IArrivals? Arrivals { get; init; }

    /// <summary>How long a user of a closed loop thinks between an answer and the next request; null: not at all.</summary>
    public ThinkTime? Think { get; init; }

    /// <summary>Connections to each address. Open loop: a request that finds all of them busy waits, and its latency counts from its intended start.</summary>
    public int Connections { get; init; } = 16;

    /// <summary>Requests after which a connection is given up for a new one, whose making counts in the request that needs it; 1: each request makes one. Null, the default: it is kept.</summary>
    public int? RequestsPerConnection { get; init; }

    /// <summary>How long requests are started; what is under way then is waited for.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Requests at most, or null.</summary>
    public int? MaximumRequests { get; init; }

    /// <summary>How long an answer may take before it counts as the failure <c>timeout</c>. Default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The core that the generator's thread is bound to, or null.</summary>
    public int? Core { get; init; }

    /// <summary>Whether it stands back behind any other load on its core: it then runs only while they wait. Default false.</summary>
    public bool StandsBack { get; init; }

    /// <summary>Connections lost in a row after which a target counts as gone and nothing more is asked. Default 1,000.</summary>
    public int MostLostInARow { get; init; } = 1_000;

    /// <summary>Seed of the order of requests, their sizes and think times. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>Takes each request as it ends, in place of a list of all of them; null: they are kept.</summary>
    public ISampleSink? Sink { get; init; }
}
