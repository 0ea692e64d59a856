using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace EvalFaaS.Node.Tests;

public sealed class LostWorkerTests : IAsyncLifetime
{
    private const string Running = "11111111111111111111111111111111", Other = "22222222222222222222222222222222";

    private readonly TemporaryDirectory _directory = new();
    private ChildNode _node = null!;

    private static CancellationToken Stop => NodeBench.Cancellation;

    public async ValueTask InitializeAsync() => _node = await ChildNode.StartAsync(_directory.Path, "engine.name=wasmtime-worker", "engine.workers=2");

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_worker_killed_during_a_call_fails_that_call_alone()
    {
        await DeployAsync("loop", TestModules.AnnouncedLoop);
        await DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        Task<HttpResponseMessage>[] calls = [CallAsync(Running), CallAsync(Other)];
        while (await LoopsAsync() < calls.Length) Assert.DoesNotContain(calls, c => c.IsCompleted);

        using (var worker = await BusyWorkerAsync()) worker.Kill();

        using var failed = await await Task.WhenAny(calls);
        var problem = await NodeBench.ProblemAsync(failed);
        Assert.Equal((502, "worker-lost", "engine/wasmtime-worker", true), ((int)failed.StatusCode, (string?)problem["kind"], (string?)problem["component"], (bool)problem["retry"]!));
        Assert.Contains("signal 9", (string?)problem["detail"]);

        // The other call goes on, and next ones succeed.
        var other = Assert.Single(calls, c => !c.IsCompleted);
        for (var i = 0; i < 20; i++) Assert.Equal("ping", await EchoAsync());
        Assert.False(other.IsCompleted);
        using var ended = await _node.Client.DeleteAsync($"/api/v1/invocations/{(other == calls[0] ? Running : Other)}", Stop);
        using var killed = await other;
        Assert.Equal("killed", (string?)(await NodeBench.ProblemAsync(killed))["kind"]);

        var metrics = await _node.Client.GetStringAsync("/metrics", Stop);
        Assert.Contains("evalfaas_workers_lost_total 1\n", metrics);
        Assert.Contains("evalfaas_requests_total{outcome=\"worker-lost\"} 1\n", metrics);
        Assert.Contains("evalfaas_requests_total{outcome=\"ok\"} 20\n", metrics);
    }

    /// <summary>A worker that has used more of a processor than any start takes: one that loops.</summary>
    private async Task<Process> BusyWorkerAsync()
    {
        while (true)
        {
            foreach (var worker in _node.Children().Select(Process.GetProcessById))
            {
                if (worker.TotalProcessorTime > TimeSpan.FromSeconds(1.5)) return worker;
                worker.Dispose();
            }

            // Between two looks the processors are theirs.
            await LoopsAsync();
        }
    }

    private async Task DeployAsync(string name, byte[] module)
    {
        using var upload = new MultipartFormDataContent
        {
            { JsonContent.Create(new { limits = new { timeoutMs = 120_000 } }), "spec" },
            { new ByteArrayContent(module) { Headers = { ContentType = new MediaTypeHeaderValue("application/wasm") } }, "module", "module.wasm" },
        };
        using var response = await _node.Client.PutAsync($"/api/v1/namespaces/default/functions/{name}", upload, Stop);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    private async Task<HttpResponseMessage> CallAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fn/loop");
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{id}-b7ad6b7169203331-01");
        return await _node.Client.SendAsync(request, Stop);
    }

    private async Task<string> EchoAsync()
    {
        using var response = await _node.Client.PostAsync("/fn/echo", new StringContent("ping"), Stop);
        return await response.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>How many guests have begun to loop: each says so first.</summary>
    private async Task<int> LoopsAsync() => (await _node.GetJsonAsync("/api/v1/namespaces/default/functions/loop/logs")).AsArray().Count;
}
