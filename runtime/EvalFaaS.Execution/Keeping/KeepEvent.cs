using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Something that a keep-alive policy hears of. An invocation has two: it arrives, and it ends.</summary>
internal readonly record struct KeepEvent
{
    /// <summary>When it happened, ns.</summary>
    public required long AtNs { get; init; }

    /// <summary>The revision.</summary>
    public required DeployedFunction Function { get; init; }

    /// <summary>What happened.</summary>
    public required KeepEventKind Kind { get; init; }

    /// <summary>Whether an arrival found nothing kept.</summary>
    public bool Cold { get; init; }

    /// <summary>At an end: when the invocation had arrived, ns.</summary>
    public long ArrivedNs { get; init; }

    /// <summary>At an end: the instance that went back to its pool, or 0 where none did.</summary>
    public long PooledInstance { get; init; }

    /// <summary>At an end: in which state it had found its function.</summary>
    public StartState StartState { get; init; }

    /// <summary>At an end: why in no better one.</summary>
    public ColdCause Cause { get; init; }
}

/// <summary>What happened to a function.</summary>
internal enum KeepEventKind : byte
{
    /// <summary>An invocation was admitted.</summary>
    Arrived,

    /// <summary>An invocation ended.</summary>
    Ended,

    /// <summary>Its code was loaded though nobody had called it: it was deployed.</summary>
    Loaded,
}
