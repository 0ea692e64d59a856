using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Metrics;
using EvalFaaS.Node.Problems;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Node.Functions;

/// <summary>
/// The way of a function's request. It stands before everything else of the pipeline: the path is matched by hand and the function found in the catalogue,
/// without endpoint routing, logging scopes or garbage.
/// </summary>
internal sealed class FunctionMiddleware(RequestDelegate next, FunctionRuntime runtime, FunctionCalls calls, RequestCounters counters)
{
    private const string Component = "node/route";

    // Looking at more names for a suggestion would make a wrong path dearer than a right one.
    private const int SuggestFrom = 1_000;

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value;
        if (!FunctionPath.TryParse(path, out var target)) return next(context);
        var invocation = calls.Start(context);
        var function = target.Revision.IsEmpty
            ? runtime.Find(target.Namespace, target.Name)
            : runtime.Find(target.Namespace, target.Name, target.Revision);
        return function is null
            ? Unknown(context, path.AsSpan(0, target.Length).ToString(), target.Namespace.ToString(), target.Name.ToString())
            : calls.RunAsync(invocation, context, function, target.Length);
    }

    private Task Unknown(HttpContext context, string path, string ns, string name)
    {
        counters.Count(FaultKind.FunctionUnknown);
        var functions = runtime.List(ns);
        var suggestion = functions.Count <= SuggestFrom ? NearestName.Suggestion(name, functions.Select(f => f.Revision.Name.Function.Name)) : "";
        return ProblemDocument.SendAsync(context.Response, FaultStatus.OfInvocation(FaultKind.FunctionUnknown), new InvocationFault(
            FaultKind.FunctionUnknown, Component, $"There is no function at {path}.{suggestion} `evalfaas function list` shows those there are."));
    }
}
