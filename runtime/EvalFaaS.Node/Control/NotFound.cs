using EvalFaaS.Model;
using EvalFaaS.Node.Problems;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Node.Control;

/// <summary>Answers requests for what there is not.</summary>
internal static class NotFound
{
    private const string Component = "node/route";

    /// <summary>404, saying where functions and the control API are.</summary>
    public static Task AnswerAsync(HttpContext context) => ProblemDocument.SendAsync(
        context.Response, StatusCodes.Status404NotFound,
        new InvocationFault(FaultKind.InvalidRequest, Component, $"There is nothing at {context.Request.Path}. Functions are at /fn/NAME and /ns/NAMESPACE/fn/NAME, the control API is described at /api/v1/openapi.json."));

    /// <summary>The fault of a function that there is not.</summary>
    public static FaultException Function(string name, IEnumerable<string> others) =>
        new(FaultKind.FunctionUnknown, Component, $"There is no function {name}.{NearestName.Suggestion(name, others)}");
}
