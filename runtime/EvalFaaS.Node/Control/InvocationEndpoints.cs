using EvalFaaS.Execution;
using EvalFaaS.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EvalFaaS.Node.Control;

/// <summary>Ledgers of the last invocations, and an end to running ones.</summary>
internal static class InvocationEndpoints
{
    private const string Tag = "invocations";
    private const string Component = "node/control";
    private const int MaximumCount = 10_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/invocations", (string? function, int? count, FunctionRuntime runtime) =>
                runtime.Recent.Last(Math.Clamp(count ?? 100, 1, MaximumCount), Name(function)).Select(InvocationDocument.Of).ToList())
            .WithSummary("Ledgers of the last ended invocations, newest first; of one function where `function` (namespace/name) says so.").WithTags(Tag);
        api.MapGet("/invocations/{id}", (string id, FunctionRuntime runtime) =>
                runtime.Recent.Find(id) is { } record ? InvocationDocument.Of(record) : throw Unknown(id, "is kept"))
            .WithSummary("The ledger of an ended invocation.").WithTags(Tag);
        api.MapDelete("/invocations/{id}", (string id, FunctionRuntime runtime) =>
                runtime.Kill(id) ? TypedResults.NoContent() : throw Unknown(id, "runs"))
            .WithSummary("Ends a running invocation; its client gets 503.").WithTags(Tag);
    }

    private static FunctionName? Name(string? function)
    {
        if (function is null) return null;
        try
        {
            return FunctionName.Parse(function);
        }
        catch (FormatException e)
        {
            throw new FaultException(FaultKind.InvalidRequest, Component, e.Message, inner: e);
        }
    }

    private static BadHttpRequestException Unknown(string id, string what) => new($"No invocation {id} {what}.", StatusCodes.Status404NotFound);
}
