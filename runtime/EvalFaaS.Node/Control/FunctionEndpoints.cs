using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Functions;
using EvalFaaS.Node.Logs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EvalFaaS.Node.Control;

/// <summary>Lists, describes, calls and deletes functions.</summary>
internal static class FunctionEndpoints
{
    public const string Pattern = "/namespaces/{ns}/functions/{name}";
    private const string Tag = "functions";
    private const int MaximumLogEntries = 4_096;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/functions", (FunctionRuntime runtime) => Documents(runtime.List(null)))
            .WithSummary("The current revisions of all functions.").WithTags(Tag);
        api.MapGet("/namespaces/{ns}/functions", (string ns, FunctionRuntime runtime) => Documents(runtime.List(ns)))
            .WithSummary("The current revisions of a namespace's functions.").WithTags(Tag);
        api.MapGet(Pattern, (string ns, string name, FunctionRuntime runtime) => FunctionDocument.Of(Find(runtime, ns, name)))
            .WithSummary("A function's current revision.").WithTags(Tag);
        api.MapGet(Pattern + "/revisions", (string ns, string name, FunctionRuntime runtime) =>
            {
                var function = Find(runtime, ns, name);
                return Documents(runtime.Revisions(function.Revision.Name.Function));
            })
            .WithSummary("A function's revisions, newest first.").WithTags(Tag);
        api.MapGet(Pattern + "/revisions/{revision}", (string ns, string name, string revision, FunctionRuntime runtime) => FunctionDocument.Of(Find(runtime, ns, name, revision)))
            .WithSummary("A revision of a function.").WithTags(Tag);
        api.MapDelete(Pattern, DeleteAsync).WithSummary("Deletes a function with all its revisions.").WithTags(Tag);
        api.MapPost(Pattern + "/invoke", InvokeAsync)
            .WithSummary("Calls a function as its own route does: the body is the request's, the answer the function's.").WithTags(Tag);
        api.MapGet(Pattern + "/logs", (string ns, string name, long? after, int? count, FunctionRuntime runtime, FunctionLog log) =>
                log.Read(Find(runtime, ns, name).Revision.Name.Function.ToString(), after ?? 0, Math.Clamp(count ?? 100, 1, MaximumLogEntries)))
            .WithSummary("What the function logged or wrote to stderr lately, oldest first; `after` is the sequence number of the last entry already seen.").WithTags(Tag);
        api.MapPost(Pattern + "/start-state/{state}", ForceAsync)
            .WithSummary("Brings a function into a start state (N1 to N4), so that its next call finds it there. For measurements.").WithTags(Tag);
    }

    /// <summary>The function, or the fault that there is none, with the nearest name.</summary>
    public static DeployedFunction Find(FunctionRuntime runtime, string ns, string name, string? revision = null)
    {
        var found = revision is null ? runtime.Find(ns, name) : runtime.Find(ns, name, revision);
        if (found is not null) return found;
        return revision is not null && runtime.Find(ns, name) is { } current
            ? throw NotFound.Function($"{ns}/{name}@{revision}", runtime.Revisions(current.Revision.Name.Function).Select(r => r.Name))
            : throw NotFound.Function($"{ns}/{name}", runtime.List(ns).Select(f => f.Revision.Name.Function.ToString()));
    }

    private static List<FunctionDocument> Documents(IEnumerable<DeployedFunction> functions) => [.. functions.Select(FunctionDocument.Of)];

    private static async Task<IResult> DeleteAsync(string ns, string name, FunctionRuntime runtime, CancellationToken cancellation)
    {
        var function = Find(runtime, ns, name);
        await runtime.DeleteAsync(function.Revision.Name.Function, cancellation).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static Task InvokeAsync(string ns, string name, HttpContext context, FunctionRuntime runtime, FunctionCalls calls)
    {
        var revision = (string?)context.Request.Query["revision"];
        var path = (string?)context.Request.Query["path"] ?? "/";
        var function = Find(runtime, ns, name, revision);
        var exchange = new HttpExchange(context.Features);
        var invocation = calls.Start(exchange);
        var prefix = FunctionDocument.Of(function).Path;
        // The guest sees the paths that it would see behind its own route.
        context.Request.Path = prefix + (path.StartsWith('/') ? path : "/" + path);
        context.Request.QueryString = QueryString.Empty;
        return calls.RunAsync(invocation, exchange, function, prefix.Length);
    }

    private static async Task<IResult> ForceAsync(string ns, string name, string state, FunctionRuntime runtime, CancellationToken cancellation)
    {
        var function = Find(runtime, ns, name);
        if (state is not ['N', >= '1' and <= '4'])
            throw new FaultException(FaultKind.InvalidRequest, "node/control", $"'{state}' is no start state that can be brought about. Write N1, N2, N3 or N4.");
        if (await runtime.ForceAsync(function, (StartState)(state[1] - '0'), cancellation).ConfigureAwait(false) is { } hindrance)
            throw new FaultException(FaultKind.NoCapacity, "node/control", hindrance, retryMayHelp: true);
        return TypedResults.NoContent();
    }
}
