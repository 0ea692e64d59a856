using EvalFaaS.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EvalFaaS.Node.Health;

/// <summary><c>/healthz</c>: the process serves; <c>/readyz</c>: it takes new invocations.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Text("ok\n")).ExcludeFromDescription();
        routes.MapGet("/readyz", (FunctionRuntime runtime) => runtime.Draining
            ? TypedResults.Text("draining\n", statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Text("ready\n")).ExcludeFromDescription();
    }
}
