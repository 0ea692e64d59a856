using System.Net;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Targets;

/// <summary>Where a function is served and what goes over the wire.</summary>
/// <param name="Address">Where the target listens.</param>
/// <param name="Request">The whole request.</param>
/// <param name="ExpectedBody">The right answer's body, or null where any will do.</param>
/// <param name="State">The start state that each request finds.</param>
public sealed record ServedFunction(EndPoint Address, ReadOnlyMemory<byte> Request, ReadOnlyMemory<byte>? ExpectedBody, string State)
{
    /// <summary>Scheme, host and port where the gateway asks in its place; null: plain HTTP at the address.</summary>
    public Uri? Origin { get; init; }

    /// <summary>The Host header that it wants from the gateway; null: that of the origin.</summary>
    public string? Host { get; init; }

    /// <summary>The request of a load.</summary>
    /// <param name="payload">Bodies of random size in place of its own. A function that answers with its body must then do so too; of others the status alone is checked.</param>
    public LoadRequest AsLoad(PayloadLaw? payload = null) => payload is null
        ? new LoadRequest { Address = Address, Bytes = Request, ExpectedBody = ExpectedBody }
        : new LoadRequest { Address = Address, Bytes = HttpRequestBytes.HeadOf(Request.Span), Payload = new Payload(payload, IsEcho) };

    private bool IsEcho => Request.Span[(Request.Span.IndexOf("\r\n\r\n"u8) + 4)..] is { IsEmpty: false } body && ExpectedBody is { } expected && expected.Span.SequenceEqual(body);
}

/// <summary>One start as seen from outside.</summary>
/// <param name="Sample">Its times, outcome and what the platform says of it.</param>
/// <param name="State">The state that it was really found in, as proved by the target; differs from the wanted one when forcing failed.</param>
public sealed record StartObservation(LoadSample Sample, string State);

/// <summary>What live instances take.</summary>
/// <param name="Instances">How many live.</param>
/// <param name="ResidentBytes">What they add to resident memory, all together.</param>
/// <param name="ProportionalBytes">What they add to proportional memory, all together.</param>
public sealed record InstanceMemory(int Instances, long ResidentBytes, long ProportionalBytes);
