using System.Net;
using System.Text;

namespace EvalFaaS.Harness.Load;

/// <summary>A request of a load, its share in it, and the right answer.</summary>
public sealed record LoadRequest
{
    /// <summary>Where it goes.</summary>
    public required EndPoint Address { get; init; }

    /// <summary>The whole request as it goes over the wire; with a <see cref="Payload"/> its head alone, without Content-Length and the empty line at its end.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The right answer's body; null accepts any. A different one is the failure <c>wrong-answer</c>.</summary>
    public ReadOnlyMemory<byte>? ExpectedBody { get; init; }

    /// <summary>The right answer's status; null accepts each of 200 to 299.</summary>
    public int? ExpectedStatus { get; init; }

    /// <summary>Its weight among the requests of the load, above 0.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Bodies of random size in place of one that is always the same, or null.</summary>
    public Payload? Payload { get; init; }

    /// <summary>All its bytes; with a <see cref="Payload"/> those with the largest body.</summary>
    public ReadOnlyMemory<byte> Whole() => Payload is { } payload
        ? (byte[])[.. Bytes.Span, .. Encoding.ASCII.GetBytes($"Content-Length: {payload.Law.Largest}\r\n\r\n"), .. payload.OfSize(payload.Law.Largest).Span]
        : Bytes;

    /// <summary>Whether it asks for the head alone (HEAD), so that its answer has no body whatever it says.</summary>
    public bool IsHead => Bytes.Span.StartsWith("HEAD "u8);
}
