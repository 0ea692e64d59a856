using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EvalFaaS.Node.Metrics;

/// <summary><c>/metrics</c>.</summary>
internal static class MetricsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", (NodeMetrics metrics) => TypedResults.Text(metrics.Write(), PrometheusText.ContentType)).ExcludeFromDescription();
}
