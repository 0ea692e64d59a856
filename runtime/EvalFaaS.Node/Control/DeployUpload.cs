using System.Text.Json;
using EvalFaaS.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace EvalFaaS.Node.Control;

/// <summary>What a deployment's request carries.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Module">The module's bytes where they were sent.</param>
internal sealed record DeployUpload(DeployDocument Spec, byte[]? Module)
{
    private const string SpecPart = "spec";
    private const string ModulePart = "module";
    private const int MaximumBoundary = 70;

    /// <summary>Reads the request by its content type.</summary>
    /// <exception cref="BadHttpRequestException">It is none of those understood, malformed or too large.</exception>
    public static async Task<DeployUpload> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) type = new MediaTypeHeaderValue("application/octet-stream");
        try
        {
            switch (type.MediaType.Value)
            {
                case "application/json":
                    return new(await SpecAsync(request.Body, cancellation).ConfigureAwait(false), null);
                case "application/wasm" or "application/octet-stream":
                    return new(new DeployDocument(), await BytesAsync(request.Body, cancellation).ConfigureAwait(false));
                case "multipart/form-data":
                    return await PartsAsync(request, type, cancellation).ConfigureAwait(false);
                default:
                    throw new BadHttpRequestException(
                        $"'{request.ContentType}' cannot be deployed. Send application/wasm, application/json, or multipart/form-data with the parts 'spec' and 'module'.",
                        StatusCodes.Status415UnsupportedMediaType);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException($"The upload is malformed: {e.Message}", e);
        }
    }

    private static async Task<DeployUpload> PartsAsync(HttpRequest request, MediaTypeHeaderValue type, CancellationToken cancellation)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (boundary is null or "" || boundary.Length > MaximumBoundary) throw new BadHttpRequestException("The multipart upload names no valid boundary.");
        var reader = new MultipartReader(boundary, request.Body);
        DeployDocument? spec = null;
        byte[]? module = null;
        while (await reader.ReadNextSectionAsync(cancellation).ConfigureAwait(false) is { } section)
        {
            var name = section.GetContentDispositionHeader()?.Name.Value?.Trim('"');
            if (name == SpecPart) spec = await SpecAsync(section.Body, cancellation).ConfigureAwait(false);
            else if (name == ModulePart) module = await BytesAsync(section.Body, cancellation).ConfigureAwait(false);
            else throw new BadHttpRequestException($"The upload has an unknown part '{name}'.{NearestName.Suggestion(name ?? "", [SpecPart, ModulePart])} Its parts are 'spec' and 'module'.");
        }

        return module is null && spec?.Module is null
            ? throw new BadHttpRequestException("The upload has no part 'module'.")
            : new(spec ?? new DeployDocument(), module);
    }

    private static async Task<DeployDocument> SpecAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<DeployDocument>(body, ControlJson.Options, cancellation).ConfigureAwait(false) ?? new DeployDocument();
        }
        catch (JsonException e)
        {
            var where = e.LineNumber is { } line ? $"({line + 1},{e.BytePositionInLine + 1})" : "";
            throw new BadHttpRequestException($"The specification is malformed at spec{where}: {e.Message}", e);
        }
    }

    private static async Task<byte[]> BytesAsync(Stream body, CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancellation).ConfigureAwait(false);
        return bytes.ToArray();
    }
}
