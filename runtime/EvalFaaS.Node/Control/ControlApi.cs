using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace EvalFaaS.Node.Control;

/// <summary>The control API: <c>/api/v1</c> and its OpenAPI document.</summary>
internal static class ControlApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/api/v1/openapi.json");
        var api = routes.MapGroup("/api/v1");
        NodeEndpoints.Map(api);
        FunctionEndpoints.Map(api);
        DeployEndpoint.Map(api);
        InvocationEndpoints.Map(api);
        KeepAliveEndpoints.Map(api);
        WarmUpEndpoints.Map(api);
        AdmissionEndpoints.Map(api);
    }
}
