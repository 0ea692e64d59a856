using System.IO.Pipelines;
using EvalFaaS.Engines;
using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Logs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EvalFaaS.Node.Functions;

/// <summary>The invocation that a connection serves now. One object for each connection, used again for each of its requests.</summary>
internal sealed class HttpInvocation : InvocationContext
{
    private readonly FunctionLog _log;
    private readonly InvocationIds _ids = new();
    private readonly HttpRequestHead _head = new();
    private readonly RequestBodyReader _requestBody = new();
    private readonly ResponseBodyWriter _responseBody;
    private HttpExchange? _http;
    private DeployedFunction? _function;
    private string? _id;

    public HttpInvocation(FunctionRuntime runtime, TimeProvider time, FunctionLog log)
    {
        _log = log;
        Execution = runtime.NewInvocation();
        Ledger = new InvocationLedger(time);
        _responseBody = new ResponseBodyWriter(this);
    }

    /// <summary>The same invocation as the execution layer sees it.</summary>
    public Invocation Execution { get; }

    /// <summary>The response's body before it is handed to the server.</summary>
    public ResponseBodyWriter Response => _responseBody;

    /// <summary>Why the request's body could not be read, or null.</summary>
    public InvocationFault? BodyFault => _requestBody.Fault;

    /// <summary>The request that is served, and its response.</summary>
    public HttpExchange Http => _http ?? throw new InvalidOperationException("No request is served.");

    public DeployedFunction Function => _function ?? throw new InvalidOperationException("No request is served.");

    public override string InvocationId => _id!;

    public override InvocationLimits Limits => Function.Revision.Limits;

    public override GuestEnvironment Environment => Function.Environment;

    public override InvocationLedger Ledger { get; }

    public override RequestHead? Request => _head;

    public override PipeReader RequestBody => _requestBody;

    public override long? RequestLength => Http.RequestLength ?? (HasBody ? null : 0);

    public override PipeWriter ResponseBody => _responseBody;

    private bool HasBody => Http.Request.Headers.TransferEncoding.Count > 0;

    /// <summary>Begins; the ledger has been started.</summary>
    /// <param name="http">The request and its response.</param>
    /// <param name="function">Who is asked.</param>
    /// <param name="functionLength">Length of the part of the path that leads to the function.</param>
    public void Begin(HttpExchange http, DeployedFunction function, int functionLength)
    {
        _http = http;
        _function = function;
        _head.Attach(http, functionLength);
        _requestBody.Attach(http.RequestBody);
        var traceParent = (string?)http.Request.Headers.TraceParent;
        _id = InvocationIds.OfTraceParent(traceParent) ?? _ids.Next();
        Execution.Begin(function, this);
        Execution.TraceParent = traceParent;
        if (HasBody) LimitStreamedBody(http, function.Revision.Limits.RequestBytes);
    }

    /// <summary>Forgets the request.</summary>
    public void End()
    {
        _responseBody.Reset();
        _requestBody.Detach();
        _head.Detach();
        _http = null;
        _function = null;
    }

    /// <summary>Decides the response's head; its status and headers cannot change afterwards.</summary>
    /// <param name="length">Length of the body, or null where it is streamed or has none.</param>
    /// <returns>The server's writer.</returns>
    public PipeWriter CommitHead(long? length)
    {
        var headers = Http.Headers;
        if (length is not null) headers.ContentLength = length;
        ResponseHeads.Add(headers, Ledger, InvocationId, Function);
        return Http.ResponseBody;
    }

    /// <inheritdoc/>
    public override void SetStatus(int status) => Http.Status = status;

    /// <inheritdoc/>
    public override void AddResponseHeader(string name, string value)
    {
        var headers = Http.Headers;
        if (name == "Content-Type") headers.ContentType = value;
        else if (ResponseHeads.Allows(name)) headers.Append(name, value);
    }

    /// <inheritdoc/>
    public override void Log(GuestLogLevel level, ReadOnlySpan<byte> utf8) => _log.Add(Function.Name, InvocationId, level, utf8);

    // Without a length the server counts while it reads.
    private static void LimitStreamedBody(HttpExchange http, long bytes)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = bytes;
    }
}
