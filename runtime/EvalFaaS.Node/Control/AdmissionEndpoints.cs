using EvalFaaS.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EvalFaaS.Node.Control;

/// <summary>What is let in, waits or is refused, and why.</summary>
internal static class AdmissionEndpoints
{
    private const string Tag = "admission";
    private const int MaximumCount = 100_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/admission", (FunctionRuntime runtime) => AdmissionDocument.Of(runtime.Admission))
            .WithSummary("The acting policies and those in their shadow, with what became of the invocations that each was asked about.").WithTags(Tag);
        api.MapGet("/admission/refusals", (int? count, FunctionRuntime runtime) =>
                runtime.Admission.Refusals(Math.Clamp(count ?? 100, 1, MaximumCount)).Select(RefusalDocument.Of).ToList())
            .WithSummary("The last refusals, those of shadows included, oldest first, with the reason of each.").WithTags(Tag);
    }
}
