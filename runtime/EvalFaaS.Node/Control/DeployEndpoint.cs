using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace EvalFaaS.Node.Control;

/// <summary>Deploys a function: the specification with the module beside it, with a reference to it, or the module alone.</summary>
internal static class DeployEndpoint
{
    // Room for the specification and the parts' own heads.
    private const long Overhead = 1 << 20;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut(FunctionEndpoints.Pattern, DeployAsync)
            .WithSummary("Deploys a revision; it is durable and served when the answer comes. "
                + "Send `multipart/form-data` with the parts `spec` (this document) and `module`, or `application/wasm` for a module with the node's defaults, or this document with a reference to the module.")
            .WithTags("functions")
            .Accepts<DeployDocument>("application/json", "multipart/form-data", "application/wasm", "application/octet-stream")
            .Produces<FunctionDocument>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> DeployAsync(
        string ns, string name, HttpContext context, FunctionRuntime runtime, RuntimeConfiguration configuration, CancellationToken cancellation)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = runtime.Options.MaximumModuleBytes + Overhead;
        var upload = await DeployUpload.ReadAsync(context.Request, cancellation).ConfigureAwait(false);
        var request = DeployRequests.Of(new FunctionName(ns, name), upload, configuration.Options);
        var revision = await runtime.DeployAsync(request, cancellation).ConfigureAwait(false);
        var function = FunctionEndpoints.Find(runtime, ns, name, revision.Name.Revision);
        return TypedResults.Created($"/api/v1/namespaces/{ns}/functions/{name}/revisions/{revision.Name.Revision}", FunctionDocument.Of(function));
    }
}
