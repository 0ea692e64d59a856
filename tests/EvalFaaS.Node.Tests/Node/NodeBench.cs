using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalFaaS.Engines.Wasmtime;
using EvalFaaS.Node.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EvalFaaS.Node.Tests;

/// <summary>A node on a free port with a directory of its own, and a client of it.</summary>
internal sealed class NodeBench : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private NodeBench(NodeHost node, TemporaryDirectory directory)
    {
        _directory = directory;
        Node = node;
        Client = new HttpClient { BaseAddress = new Uri(node.Addresses[0]), Timeout = TimeSpan.FromSeconds(60) };
    }

    public NodeHost Node { get; }

    public HttpClient Client { get; }

    public int Port => Client.BaseAddress!.Port;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<NodeBench> StartAsync(Func<NodeOptions, NodeOptions>? options = null, ILoggerProvider? log = null)
    {
        var directory = new TemporaryDirectory();
        return new NodeBench(await StartAsync(directory.Path, options, log), directory);
    }

    public static Task<NodeHost> StartAsync(string directory, Func<NodeOptions, NodeOptions>? options = null, ILoggerProvider? log = null)
    {
        var made = Options(directory);
        if (options is not null) made = options(made);
        return NodeHost.StartAsync(new RuntimeConfiguration(made), new NodeParts { Engines = [new WasmtimeEngineProvider()], Log = log ?? NullLoggerProvider.Instance }, Cancellation);
    }

    public static NodeOptions Options(string directory)
    {
        var options = new NodeOptions { Urls = ["http://127.0.0.1:0"], DrainGrace = TimeSpan.FromSeconds(5) };
        return options with { Runtime = options.Runtime with { DataDirectory = directory, Engine = options.Runtime.Engine with { MaximumInstances = 64 } } };
    }

    public async Task<JsonObject> DeployAsync(string name, byte[] module, object? spec = null, string ns = "default")
    {
        using var response = await TryDeployAsync(name, module, spec, ns);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!.AsObject();
    }

    public Task<HttpResponseMessage> TryDeployAsync(string name, byte[] module, object? spec = null, string ns = "default")
    {
        var upload = new MultipartFormDataContent();
        if (spec is not null) upload.Add(JsonContent.Create(spec, options: new JsonSerializerOptions(JsonSerializerDefaults.Web)), "spec");
        var bytes = new ByteArrayContent(module);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/wasm");
        upload.Add(bytes, "module", "module.wasm");
        return Client.PutAsync($"/api/v1/namespaces/{ns}/functions/{name}", upload, Cancellation);
    }

    public async Task<JsonNode> GetJsonAsync(string path) => JsonNode.Parse(await Client.GetStringAsync(path, Cancellation))!;

    public static async Task<JsonObject> ProblemAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Node.DisposeAsync();
        _directory.Dispose();
    }
}
