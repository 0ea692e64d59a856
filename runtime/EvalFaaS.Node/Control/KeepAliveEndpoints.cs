using EvalFaaS.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EvalFaaS.Node.Control;

/// <summary>What keep-alive decides, what its shadows would, and what was called when.</summary>
internal static class KeepAliveEndpoints
{
    private const string Tag = "keep-alive";
    private const int MaximumCount = 100_000;
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(7);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/keep-alive", (FunctionRuntime runtime) => KeepAliveDocument.Of(runtime.KeepAlive))
            .WithSummary("The acting policy, and what each policy in its shadow would have come to beside it and the oracle.").WithTags(Tag);
        api.MapGet("/keep-alive/decisions", (int? count, FunctionRuntime runtime) =>
                runtime.KeepAlive.Decisions(Math.Clamp(count ?? 100, 1, MaximumCount)).Select(KeepDecisionDocument.Of).ToList())
            .WithSummary("The last decisions of the acting policy, oldest first, with the reason of each.").WithTags(Tag);
        api.MapGet("/keep-alive/arrivals.csv", (double? seconds, FunctionRuntime runtime) =>
                TypedResults.Text(ArrivalsCsv.Of(runtime.KeepAlive.Arrivals(Window(seconds))), "text/csv"))
            .WithSummary("The invocations of the last `seconds` (default 3600) that have ended, in the order of their arrival, to be played again.").WithTags(Tag);
    }

    private static TimeSpan Window(double? seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds ?? 3600, 1, LongestWindow.TotalSeconds));
}
