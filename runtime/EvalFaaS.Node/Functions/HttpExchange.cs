using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EvalFaaS.Node.Functions;

/// <summary>
/// A request and its response as the server has them, without the wrappers of an <see cref="HttpContext"/>.
/// The server uses the same objects for all requests of a connection, so one of these serves them all.
/// </summary>
internal sealed class HttpExchange(IFeatureCollection features)
{
    private readonly IHttpRequestFeature _request = features.GetRequiredFeature<IHttpRequestFeature>();
    private readonly IRequestBodyPipeFeature _requestBody = features.GetRequiredFeature<IRequestBodyPipeFeature>();
    private readonly IHttpResponseFeature _response = features.GetRequiredFeature<IHttpResponseFeature>();
    private readonly IHttpResponseBodyFeature _responseBody = features.GetRequiredFeature<IHttpResponseBodyFeature>();
    private readonly IHttpRequestLifetimeFeature _lifetime = features.GetRequiredFeature<IHttpRequestLifetimeFeature>();

    /// <summary>What the node keeps of the connection.</summary>
    public ClientConnection Client { get; } = features.GetRequiredFeature<ClientConnection>();

    /// <summary>All that the server offers.</summary>
    public IFeatureCollection Features => features;

    /// <summary>What was asked for.</summary>
    public IHttpRequestFeature Request => _request;

    /// <summary>The request's body.</summary>
    public PipeReader RequestBody => _requestBody.Reader;

    /// <summary>Length of the request's body where its head says it, bytes.</summary>
    public long? RequestLength => _request.Headers.ContentLength;

    /// <summary>The response's status.</summary>
    public int Status
    {
        get => _response.StatusCode;
        set => _response.StatusCode = value;
    }

    /// <summary>The response's headers.</summary>
    public IHeaderDictionary Headers => _response.Headers;

    /// <summary>The response's body; the first flush sends the head.</summary>
    public PipeWriter ResponseBody => _responseBody.Writer;

    /// <summary>Ends the connection without an answer.</summary>
    public void Abort() => _lifetime.Abort();
}
