using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using EvalFaaS.Node.Control;

namespace EvalFaaS.Harness.NodeApi;

/// <summary>A node's control API (docs/api.md).</summary>
public sealed class NodeClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(100);

    private readonly HttpClient _http;

    /// <summary>A client of the node at this address.</summary>
    /// <param name="node">For example <c>http://127.0.0.1:8080</c>.</param>
    /// <param name="token">Its bearer token, or null where it asks for none.</param>
    /// <param name="patience">How long to wait for an answer. Default: 100 s.</param>
    public NodeClient(Uri node, string? token = null, TimeSpan? patience = null)
    {
        _http = new HttpClient { BaseAddress = node, Timeout = patience ?? DefaultPatience };
        if (token is not null) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Deploys; the function is durable and served when this returns.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The function.</param>
    /// <param name="document">What is to be deployed.</param>
    /// <param name="module">The module's bytes, uploaded with it; null where the document says where it can be had.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NodeException">The node refused.</exception>
    public async Task<FunctionDocument> DeployAsync(string ns, string name, DeployDocument document, byte[]? module, CancellationToken cancellation)
    {
        using HttpContent content = module is null ? JsonContent.Create(document, options: Json) : Upload(document, module);
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Put, Path(ns, name)) { Content = content }, cancellation);
        return (await answer.Content.ReadFromJsonAsync<FunctionDocument>(Json, cancellation))!;
    }

    /// <summary>Functions of a namespace, or of all.</summary>
    public async Task<IReadOnlyList<FunctionDocument>> ListAsync(string? ns, CancellationToken cancellation) =>
        await GetAsync<IReadOnlyList<FunctionDocument>>(ns is null ? "/api/v1/functions" : $"/api/v1/namespaces/{ns}/functions", cancellation);

    /// <summary>A function's current revision.</summary>
    public Task<FunctionDocument> DescribeAsync(string ns, string name, CancellationToken cancellation) => GetAsync<FunctionDocument>(Path(ns, name), cancellation);

    /// <summary>All revisions of a function.</summary>
    public Task<IReadOnlyList<FunctionDocument>> RevisionsAsync(string ns, string name, CancellationToken cancellation) =>
        GetAsync<IReadOnlyList<FunctionDocument>>(Path(ns, name) + "/revisions", cancellation);

    /// <summary>Deletes a function with all its revisions.</summary>
    public async Task DeleteAsync(string ns, string name, CancellationToken cancellation) =>
        (await SendAsync(new HttpRequestMessage(HttpMethod.Delete, Path(ns, name)), cancellation)).Dispose();

    /// <summary>Prepares the start state that the next call will find: <c>N1</c> to <c>N4</c>.</summary>
    public async Task ForceStartStateAsync(string ns, string name, string state, CancellationToken cancellation) =>
        (await SendAsync(new HttpRequestMessage(HttpMethod.Post, Path(ns, name) + "/start-state/" + state), cancellation)).Dispose();

    /// <summary>The node's configuration, engines and counters.</summary>
    public Task<NodeDocument> NodeAsync(CancellationToken cancellation) => GetAsync<NodeDocument>("/api/v1/node", cancellation);

    /// <summary>Gets any document of the API.</summary>
    public async Task<T> GetAsync<T>(string path, CancellationToken cancellation)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellation);
        return (await answer.Content.ReadFromJsonAsync<T>(Json, cancellation))!;
    }

    /// <summary>Sends any request; an answer that is no success is a <see cref="NodeException"/>.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException e)
        {
            throw new NodeException($"No node answers at {_http.BaseAddress}: {e.Message.TrimEnd('.')}. Start one with `evalfaas node`, or name another with --node.", e);
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException)
        {
            throw new NodeException($"The node at {_http.BaseAddress} did not answer within {_http.Timeout.TotalSeconds:0.###} s.", e);
        }

        if (answer.IsSuccessStatusCode) return answer;
        using (answer) throw await NodeException.FromAsync(answer, cancellation);
    }

    private static MultipartFormDataContent Upload(DeployDocument document, byte[] module)
    {
        var file = new ByteArrayContent(module);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/wasm");
        return new MultipartFormDataContent { { JsonContent.Create(document, options: Json), "spec" }, { file, "module", "module.wasm" } };
    }

    private static string Path(string ns, string name) => $"/api/v1/namespaces/{ns}/functions/{name}";

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
