namespace EvalFaaS.Harness.Load;

/// <summary>Clients that are slow.</summary>
public sealed record SlowClientPlan
{
    /// <summary>What they ask; one after the other where there are several.</summary>
    public required IReadOnlyList<LoadRequest> Requests { get; init; }

    /// <summary>How many, each with a connection of its own; one whose request ended begins anew. 0: none.</summary>
    public required int Connections { get; init; }

    /// <summary>Bytes a second that each sends, or takes.</summary>
    public required int BytesPerSecond { get; init; }

    /// <summary>What is slow.</summary>
    public SlowPart Part { get; init; } = SlowPart.Request;

    /// <summary>How long the first byte of an answer may take after the request was sent whole, before it counts as a timeout. Default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The core that their thread is bound to, or null.</summary>
    public int? Core { get; init; }
}

/// <summary>What a slow client is slow with.</summary>
public enum SlowPart
{
    /// <summary>It sends the body of its request slowly; the whole request where that has no body.</summary>
    Request,

    /// <summary>It takes the answer slowly.</summary>
    Answer,
}
