using System.Net.Http.Headers;
using EvalFaaS.Engines.Worker;
using EvalFaaS.Node.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace EvalFaaS.Node.Tests;

public sealed class FullDiskTests
{
    [Theory]
    [InlineData("wasmtime")]
    [InlineData("wasmedge")]
    public async Task A_deployment_that_finds_the_disk_full_is_507_and_what_was_deployed_is_served_now_and_after_a_restart(string engine)
    {
        Assert.SkipWhen(EngineProviders.All.Single(e => e.Name == engine).WhyUnavailable() is { }, $"The engine {engine} is not available here.");
        using var disk = new SmallDisk("1m");
        var acknowledged = new List<string>();
        await using (var node = await StartAsync(disk.Path, engine))
        {
            using var client = Client(node);
            HttpResponseMessage? refused = null;
            for (var i = 0; refused is null && i < 100; i++)
            {
                var response = await DeployAsync(client, $"f{i}", (byte)i);
                if (response.IsSuccessStatusCode) acknowledged.Add($"f{i}");
                else refused = response;
            }

            Assert.NotNull(refused);
            using (refused)
            {
                var problem = await NodeBench.ProblemAsync(refused);
                Assert.Equal((507, "storage-failed", true), ((int)refused.StatusCode, (string?)problem["kind"], (bool)problem["retry"]!));
                Assert.Contains("Free space", (string?)problem["detail"]);
            }

            await AssertServedAsync(client, acknowledged);
        }

        await using var second = await StartAsync(disk.Path, engine);
        using var again = Client(second);
        await AssertServedAsync(again, acknowledged);
    }

    private static async Task AssertServedAsync(HttpClient client, IReadOnlyList<string> functions)
    {
        Assert.NotEmpty(functions);
        foreach (var function in functions)
        {
            using var response = await client.PostAsync($"/fn/{function}", new StringContent("ping"), NodeBench.Cancellation);
            Assert.Equal((200, "ping"), ((int)response.StatusCode, await response.Content.ReadAsStringAsync(NodeBench.Cancellation)));
        }
    }

    private static Task<HttpResponseMessage> DeployAsync(HttpClient client, string name, byte salt)
    {
        // A custom section makes each module one never seen before.
        byte[] module = [.. RepositoryFiles.Prebuilt("echo"), 0x00, 0x06, 0x04, .. "salt"u8, salt];
        return client.PutAsync($"/api/v1/namespaces/default/functions/{name}", new ByteArrayContent(module) { Headers = { ContentType = new MediaTypeHeaderValue("application/wasm") } }, NodeBench.Cancellation);
    }

    private static Task<NodeHost> StartAsync(string data, string engine)
    {
        var options = NodeBench.Options(data);
        options = options with { Runtime = options.Runtime with { DefaultEngine = engine } };
        return NodeHost.StartAsync(new RuntimeConfiguration(options), new NodeParts { Engines = EngineProviders.All, Log = NullLoggerProvider.Instance }, NodeBench.Cancellation);
    }

    private static HttpClient Client(NodeHost node) => new() { BaseAddress = new Uri(node.Addresses[0]) };
}
