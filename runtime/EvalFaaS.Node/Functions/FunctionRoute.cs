using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Metrics;
using EvalFaaS.Node.Problems;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Node.Functions;

/// <summary>Finds the function that a request's path names: the path is matched by hand and looked up in the catalogue, without garbage.</summary>
internal sealed class FunctionRoute(FunctionRuntime runtime, FunctionCalls calls, RequestCounters counters)
{
    private const string Component = "node/route";

    // Looking at more names for a suggestion would make a wrong path dearer than a right one.
    private const int SuggestFrom = 1_000;

    /// <summary>Answers a request below a function's prefix.</summary>
    /// <returns>Null where the path is not below one.</returns>
    public Task? TryRunAsync(HttpExchange exchange)
    {
        var path = exchange.Request.Path;
        if (!FunctionPath.TryParse(path, out var target)) return null;
        var invocation = calls.Start(exchange);
        var function = target.Revision.IsEmpty
            ? runtime.Find(target.Namespace, target.Name)
            : runtime.Find(target.Namespace, target.Name, target.Revision);
        return function is null
            ? Unknown(exchange, path.AsSpan(0, target.Length).ToString(), target.Namespace.ToString(), target.Name.ToString())
            : calls.RunAsync(invocation, exchange, function, target.Length);
    }

    private Task Unknown(HttpExchange exchange, string path, string ns, string name)
    {
        counters.Count(FaultKind.FunctionUnknown);
        var functions = runtime.List(ns);
        var suggestion = functions.Count <= SuggestFrom ? NearestName.Suggestion(name, functions.Select(f => f.Revision.Name.Function.Name)) : "";
        var response = new DefaultHttpContext(exchange.Features).Response;
        return ProblemDocument.SendAsync(response, FaultStatus.OfInvocation(FaultKind.FunctionUnknown), new InvocationFault(
            FaultKind.FunctionUnknown, Component, $"There is no function at {path}.{suggestion} `evalfaas function list` shows those there are."));
    }
}
