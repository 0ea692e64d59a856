using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EvalFaaS.Node.Control;

/// <summary>Services of the control API.</summary>
internal static class ControlServices
{
    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ControlJson.Configure(json.SerializerOptions));
        // A bad parameter becomes an exception, so that the guard can answer it like every other problem.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "EvalFaaS node";
            document.Info.Description = "Deploys, calls and observes WebAssembly functions. Faults are problem details (RFC 9457).";
            return Task.CompletedTask;
        }));
    }
}
