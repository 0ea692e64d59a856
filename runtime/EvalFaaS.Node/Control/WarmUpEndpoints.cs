using EvalFaaS.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EvalFaaS.Node.Control;

/// <summary>What is made ready ahead of calls, and why.</summary>
internal static class WarmUpEndpoints
{
    private const string Tag = "warm-up";
    private const int MaximumCount = 100_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/warm-up", (FunctionRuntime runtime) => WarmUpDocument.Of(runtime))
            .WithSummary("The acting policies and those in their shadow, with what came of each, and what is ready now.").WithTags(Tag);
        api.MapGet("/warm-up/decisions", (int? count, FunctionRuntime runtime) =>
                runtime.WarmUp.Decisions(Math.Clamp(count ?? 100, 1, MaximumCount)).Select(WarmUpDecisionDocument.Of).ToList())
            .WithSummary("The last decisions that differed from the one before about the same function, oldest first, with the reason of each.").WithTags(Tag);
    }
}
