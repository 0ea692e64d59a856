using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EvalFaaS.Model;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Node.Problems;

/// <summary>Problem details (RFC 9457) of a fault.</summary>
internal static class ProblemDocument
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/problem+json";

    private const string TypePrefix = "https://evalfaas.dev/faults/";
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the document.</summary>
    /// <param name="into">Where to.</param>
    /// <param name="status">The response's status.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="invocation">The invocation's id, or null where none began.</param>
    /// <param name="revision">Who was asked, or null where nobody was found.</param>
    public static void Write(IBufferWriter<byte> into, int status, InvocationFault fault, string? invocation, string? revision)
    {
        using var json = new Utf8JsonWriter(into, Readable);
        json.WriteStartObject();
        json.WriteString("type", TypePrefix + WireName<FaultKind>.Of(fault.Kind));
        json.WriteString("title", FaultStatus.Title(fault.Kind));
        json.WriteNumber("status", status);
        json.WriteString("detail", fault.Message);
        json.WriteString("component", fault.Component);
        json.WriteString("kind", WireName<FaultKind>.Of(fault.Kind));
        json.WriteBoolean("retry", fault.RetryMayHelp);
        if (invocation is not null) json.WriteString("invocation", invocation);
        if (revision is not null) json.WriteString("revision", revision);
        if (fault.Trap is not null) json.WriteString("trap", fault.Trap);
        if (fault.ExitCode is { } code) json.WriteNumber("exitCode", code);
        json.WriteEndObject();
    }

    /// <summary>Answers a request with a fault; nothing of the response may have been sent.</summary>
    /// <param name="response">The response.</param>
    /// <param name="status">Its status.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="retryAfter">When the client may try again.</param>
    public static Task SendAsync(HttpResponse response, int status, InvocationFault fault, TimeSpan? retryAfter = null)
    {
        var body = new ArrayBufferWriter<byte>();
        Write(body, status, fault, invocation: null, revision: null);
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.ContentLength = body.WrittenCount;
        if (retryAfter is { } wait) response.Headers.RetryAfter = Seconds(wait);
        return response.Body.WriteAsync(body.WrittenMemory).AsTask();
    }

    /// <summary>The value of Retry-After: whole seconds, at least one.</summary>
    public static string Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
