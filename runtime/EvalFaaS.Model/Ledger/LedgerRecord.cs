using System.Collections.Immutable;

namespace EvalFaaS.Model;

/// <summary>What is kept of one invocation after it ended.</summary>
public sealed record LedgerRecord
{
    /// <summary>Version of this record's fields.</summary>
    public int Version { get; init; } = InvocationLedger.Version;

    /// <summary>The invocation's identity: 32 hexadecimal digits, the trace id where the client sent a <c>traceparent</c>.</summary>
    public required string InvocationId { get; init; }

    /// <summary>The client's <c>traceparent</c> (W3C Trace Context), or null.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Who answered.</summary>
    public required RevisionName Revision { get; init; }

    /// <summary>The engine's name.</summary>
    public required string Engine { get; init; }

    /// <summary>How much was ready.</summary>
    public required StartState StartState { get; init; }

    /// <summary>Why not more.</summary>
    public required ColdCause Cause { get; init; }

    /// <summary>The instance that answered, 0 when none did.</summary>
    public required long InstanceId { get; init; }

    /// <summary>The fault, or null where all went well.</summary>
    public FaultKind? Fault { get; init; }

    /// <summary>ns from first to last contiguous mark.</summary>
    public required long TotalNs { get; init; }

    /// <summary>ns of host calls inside execute.</summary>
    public required long HostNs { get; init; }

    /// <summary>Names of the hosts that the spans' sites index.</summary>
    public required ImmutableArray<string> Sites { get; init; }

    /// <summary>The spans.</summary>
    public required ImmutableArray<LedgerSpan> Spans { get; init; }
}
