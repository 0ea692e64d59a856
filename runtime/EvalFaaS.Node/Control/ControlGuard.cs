using System.Net;
using EvalFaaS.Model;
using EvalFaaS.Node.Configuration;
using EvalFaaS.Node.Problems;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Node.Control;

/// <summary>Stands before the control API: asks for the token, refuses pages that reach it under a name of their own, and makes problem details of what goes wrong behind it.</summary>
internal sealed class ControlGuard(RequestDelegate next, RuntimeConfiguration configuration)
{
    private const string Component = "node/control";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        if (Refusal(context) is { } refusal)
        {
            await SendAsync(context, refusal.Status, refusal.Fault).ConfigureAwait(false);
            return;
        }

        try
        {
            await next(context).ConfigureAwait(false);
            if (!context.Response.HasStarted && Unanswered(context) is { } fault) await SendAsync(context, context.Response.StatusCode, fault).ConfigureAwait(false);
        }
        catch (FaultException e) when (!context.Response.HasStarted)
        {
            await SendAsync(context, FaultStatus.OfDeployment(e.Fault.Kind), e.Fault).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            var kind = e.StatusCode == StatusCodes.Status413PayloadTooLarge ? FaultKind.RequestTooLarge : FaultKind.InvalidRequest;
            await SendAsync(context, e.StatusCode, new InvocationFault(kind, Component, e.Message)).ConfigureAwait(false);
        }
    }

    private (int Status, InvocationFault Fault)? Refusal(HttpContext context)
    {
        if (configuration.Options.Token is { } token)
        {
            if (BearerToken.Shown(context.Request, token)) return null;
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"evalfaas\"";
            return (StatusCodes.Status401Unauthorized, new InvocationFault(FaultKind.InvalidRequest, Component,
                "The control API asks for a token: send `Authorization: Bearer TOKEN`, or set EVALFAAS_TOKEN for the command line."));
        }

        // Without a token a web page could reach the API by a name that it makes point here (DNS rebinding); an address cannot be bent so.
        var host = context.Request.Host.Host;
        if (host is "" or "localhost" || IPAddress.TryParse(host.Trim('[', ']'), out _)) return null;
        return (StatusCodes.Status403Forbidden, new InvocationFault(FaultKind.InvalidRequest, Component,
            $"Without a token the control API is served under addresses and localhost alone, not under '{host}'. Use the address, or set a token."));
    }

    // What routing decides by itself comes without a body.
    private static InvocationFault? Unanswered(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status405MethodNotAllowed => new(FaultKind.InvalidRequest, Component, $"{context.Request.Method} is not for {context.Request.Path}; it takes {context.Response.Headers.Allow}."),
        StatusCodes.Status415UnsupportedMediaType => new(FaultKind.InvalidRequest, Component,
            $"The content type '{context.Request.ContentType}' is not understood. Send application/wasm, application/json, or multipart/form-data with the parts 'spec' and 'module'."),
        _ => null,
    };

    private static Task SendAsync(HttpContext context, int status, InvocationFault fault) =>
        ProblemDocument.SendAsync(context.Response, status, fault, status is StatusCodes.Status503ServiceUnavailable ? TimeSpan.FromSeconds(1) : null);
}
