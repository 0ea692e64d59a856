using System.Buffers;
using EvalFaaS.Engines;
using EvalFaaS.Model;
using EvalFaaS.Node.Problems;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Node.Functions;

/// <summary>Hands an invocation's answer to the server: the guest's response, or the problem that came instead.</summary>
internal static class Responses
{
    private const string Component = "node/http";

    /// <summary>The fault that the client is to be told, or null where the guest's answer stands. What was wrong with the request's body explains what came of it.</summary>
    public static InvocationFault? Fault(HttpInvocation invocation, Outcome outcome) =>
        invocation.BodyFault ?? outcome.Fault ?? BodyWhereNoneMayBe(invocation);

    /// <summary>Sends the answer; completes synchronously unless the client is slow.</summary>
    public static ValueTask SendAsync(HttpInvocation invocation, InvocationFault? fault)
    {
        if (fault is null) return SendBodyAsync(invocation);
        if (invocation.Response.Streaming || fault.Kind == FaultKind.ClientGone)
        {
            // The status is out already, or nobody listens: the only honest answer left is to break off.
            invocation.Http.Abort();
            return default;
        }

        return SendProblemAsync(invocation, fault);
    }

    private static ValueTask SendBodyAsync(HttpInvocation invocation)
    {
        var body = invocation.Response;
        if (body.Streaming) return Completed(body.FlushAsync());
        var headers = invocation.Http.Headers;
        if (body.Total > 0 && headers.ContentType.Count == 0) headers.ContentType = "application/octet-stream";
        var writer = invocation.CommitHead(MayHaveBody(invocation.Http.Status) ? body.Buffered.Length : null);
        writer.Write(body.Buffered);
        return Completed(writer.FlushAsync());
    }

    private static ValueTask SendProblemAsync(HttpInvocation invocation, InvocationFault fault)
    {
        var response = invocation.Http;
        var status = FaultStatus.OfInvocation(fault.Kind);
        response.Headers.Clear();
        response.Status = status;
        response.Headers.ContentType = ProblemDocument.ContentType;
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = ProblemDocument.Seconds(invocation.Function.RetryAfter);
        // What is left of a body that is refused is not worth reading.
        if (fault.Kind is FaultKind.RequestTooLarge or FaultKind.ClientSlow) response.Headers.Connection = "close";
        var body = invocation.Response;
        body.Discard();
        ProblemDocument.Write(body, status, fault, invocation.InvocationId, invocation.Function.Name);
        var writer = invocation.CommitHead(body.Buffered.Length);
        writer.Write(body.Buffered);
        return Completed(writer.FlushAsync());
    }

    private static InvocationFault? BodyWhereNoneMayBe(HttpInvocation invocation) =>
        invocation.Response.Buffered.Length == 0 || MayHaveBody(invocation.Http.Status)
            ? null
            : new InvocationFault(FaultKind.BadResponse, Component, $"The function answered {invocation.Http.Status} with a body, which HTTP does not allow.");

    private static bool MayHaveBody(int status) => status is >= 200 and not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified);

    private static ValueTask Completed(ValueTask<System.IO.Pipelines.FlushResult> flush)
    {
        if (!flush.IsCompletedSuccessfully) return new ValueTask(flush.AsTask());
        // Tells the source that its result was taken.
        _ = flush.Result;
        return default;
    }
}
