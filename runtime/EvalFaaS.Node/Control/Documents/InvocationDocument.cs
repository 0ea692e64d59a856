using EvalFaaS.Model;
using EvalFaaS.Node.Problems;

namespace EvalFaaS.Node.Control;

/// <summary>The ledger of an ended invocation.</summary>
public sealed record InvocationDocument
{
    /// <summary>Version of the ledger's fields.</summary>
    public required int Version { get; init; }

    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The client's <c>traceparent</c>.</summary>
    public string? TraceParent { get; init; }

    /// <summary><c>namespace/name@revision</c>.</summary>
    public required string Revision { get; init; }

    /// <summary>The engine.</summary>
    public required string Engine { get; init; }

    /// <summary><c>N0</c> to <c>N5</c>.</summary>
    public required string StartState { get; init; }

    /// <summary>Why no more was ready; left out where nothing was missing.</summary>
    public string? Cause { get; init; }

    /// <summary>The instance that answered; 0 when none did.</summary>
    public required long InstanceId { get; init; }

    /// <summary>The fault's kind; left out where all went well.</summary>
    public string? Fault { get; init; }

    /// <summary>ns from the request's arrival to its response.</summary>
    public required long TotalNs { get; init; }

    /// <summary>ns of host calls inside execute.</summary>
    public required long HostNs { get; init; }

    /// <summary>Hosts that spans name by index.</summary>
    public required IReadOnlyList<string> Sites { get; init; }

    /// <summary>The spans.</summary>
    public required IReadOnlyList<SpanDocument> Spans { get; init; }

    internal static InvocationDocument Of(LedgerRecord record) => new()
    {
        Version = record.Version,
        Id = record.InvocationId,
        TraceParent = record.TraceParent,
        Revision = record.Revision.ToString(),
        Engine = record.Engine,
        StartState = "N" + (int)record.StartState,
        Cause = record.Cause == ColdCause.None ? null : WireName<ColdCause>.Of(record.Cause),
        InstanceId = record.InstanceId,
        Fault = record.Fault is { } fault ? WireName<FaultKind>.Of(fault) : null,
        TotalNs = record.TotalNs,
        HostNs = record.HostNs,
        Sites = record.Sites,
        Spans = [.. record.Spans.Select(s => new SpanDocument(WireName<Phase>.Of(s.Phase), s.StartNs, s.EndNs, s.Attempt, s.Site, s.Parent))],
    };
}

/// <summary>One stretch of an invocation's time.</summary>
/// <param name="Phase">What was done, for example <c>instantiate</c>.</param>
/// <param name="StartNs">Start, ns on the host's monotonic clock.</param>
/// <param name="EndNs">End.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Site">Index of the host.</param>
/// <param name="Parent">Index of the span that this one lies in, or -1.</param>
public sealed record SpanDocument(string Phase, long StartNs, long EndNs, int Attempt, int Site, int Parent);
