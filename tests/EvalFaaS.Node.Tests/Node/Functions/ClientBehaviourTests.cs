using System.Text.Json.Nodes;

namespace EvalFaaS.Node.Tests;

public sealed class ClientBehaviourTests
{
    [Theory]
    [InlineData("echo")]
    [InlineData("echo-wasi")]
    public async Task A_client_that_is_too_slow_gets_408(string module)
    {
        await using var bench = await NodeBench.StartAsync(o => o with { Http = o.Http with { SlowGrace = TimeSpan.FromSeconds(2), MinimumRequestRate = 1000 } });
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt(module));
        using var client = await RawClient.ConnectAsync(bench.Port);

        await client.SendAsync("POST /fn/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nonly this");

        var answer = await client.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 408", answer);
        Assert.Contains("\"kind\":\"client-slow\"", answer);
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_its_invocation()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("f", TestModules.Loop, new { limits = new { timeoutMs = 60_000 } });
        using (var client = await RawClient.ConnectAsync(bench.Port))
        {
            await client.SendAsync("GET /fn/f HTTP/1.1\r\nHost: x\r\n\r\n");
            await WaitAsync(bench, "/api/v1/namespaces/default/functions/f", f => (int)f["running"]! == 1);
        }

        var ended = await WaitAsync(bench, "/api/v1/invocations", i => i.AsArray().Count == 1);
        Assert.Equal("client-gone", (string?)ended[0]!["fault"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_that_goes_away_leaves_its_place_to_the_next_and_is_counted(bool amidTheAnswer)
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("f", amidTheAnswer ? TestModules.Flood : TestModules.Loop, new { limits = new { timeoutMs = 60_000, responseBytes = 1L << 40 }, concurrency = 1, queueLength = 0 });
        for (var i = 0; i < 2; i++)
        {
            using (var client = await RawClient.ConnectAsync(bench.Port))
            {
                await client.SendAsync("GET /fn/f HTTP/1.1\r\nHost: x\r\n\r\n");
                if (amidTheAnswer) Assert.StartsWith("HTTP/1.1 200", await client.ReadAsync());
                await WaitAsync(bench, "/api/v1/namespaces/default/functions/f", f => (int)f["running"]! == 1);
            }

            await WaitAsync(bench, "/api/v1/invocations", e => e.AsArray().Count == i + 1);
            Assert.Equal(0, (int)(await bench.GetJsonAsync("/api/v1/namespaces/default/functions/f"))["running"]!);
        }

        Assert.All((await bench.GetJsonAsync("/api/v1/invocations")).AsArray(), e => Assert.Equal("client-gone", (string?)e!["fault"]));
        Assert.Contains("evalfaas_requests_total{outcome=\"client-gone\"} 2\n", await bench.Client.GetStringAsync("/metrics", NodeBench.Cancellation));
    }

    [Theory]
    [InlineData("echo")]
    [InlineData("echo-wasi")]
    public async Task Clients_that_do_not_read_their_answer_hold_up_nobody_else(string module)
    {
        await using var bench = await NodeBench.StartAsync(o => o with { Runtime = o.Runtime with { GuestThreads = 2, GuestThreadThreshold = TimeSpan.Zero } });
        await bench.DeployAsync("flood", TestModules.Flood, new { limits = new { timeoutMs = 60_000, responseBytes = 1L << 40 } });
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt(module));
        var clients = new List<RawClient>();
        for (var i = 0; i < 5; i++)
        {
            clients.Add(await RawClient.ConnectAsync(bench.Port));
            await clients[i].SendAsync("GET /fn/flood HTTP/1.1\r\nHost: x\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 200", await clients[i].ReadAsync());
        }

        using var answer = await bench.Client.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation);

        Assert.Equal("ping", await answer.Content.ReadAsStringAsync(NodeBench.Cancellation));
        Assert.Equal(5, (int)(await bench.GetJsonAsync("/api/v1/namespaces/default/functions/flood"))["running"]!);
        foreach (var client in clients) client.Dispose();
    }

    [Theory]
    [InlineData("echo")]
    [InlineData("echo-wasi")]
    public async Task A_body_that_never_ends_is_waited_for_until_the_deadline(string module)
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt(module), new { limits = new { timeoutMs = 100 }, concurrency = 1, queueLength = 0 });
        using var client = await RawClient.ConnectAsync(bench.Port);

        await client.SendAsync("POST /fn/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nonly this");

        var answer = await client.ReadAsync();
        Assert.StartsWith("HTTP/1.1 504", answer);
        Assert.Contains("\"kind\":\"deadline\"", answer);
        using var next = await bench.Client.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation);
        Assert.Equal("ping", await next.Content.ReadAsStringAsync(NodeBench.Cancellation));
    }

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_of_its_body_ends_its_invocation()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        using (var client = await RawClient.ConnectAsync(bench.Port))
            await client.SendAsync("POST /fn/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nonly this");

        var ended = await WaitAsync(bench, "/api/v1/invocations", i => i.AsArray().Count == 1);
        Assert.Equal("client-gone", (string?)ended[0]!["fault"]);
    }

    [Fact]
    public async Task A_malformed_chunked_body_is_400()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        using var client = await RawClient.ConnectAsync(bench.Port);

        await client.SendAsync("POST /fn/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n");

        Assert.StartsWith("HTTP/1.1 400", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task An_operator_can_end_an_invocation()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("f", TestModules.Loop, new { limits = new { timeoutMs = 60_000 } });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fn/f");
        request.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        var call = bench.Client.SendAsync(request, NodeBench.Cancellation);
        await WaitAsync(bench, "/api/v1/namespaces/default/functions/f", f => (int)f["running"]! == 1);

        using var killed = await bench.Client.DeleteAsync("/api/v1/invocations/0af7651916cd43dd8448eb211c80319c", NodeBench.Cancellation);

        Assert.True(killed.IsSuccessStatusCode);
        using var answer = await call;
        Assert.Equal((503, "killed"), ((int)answer.StatusCode, (string?)(await NodeBench.ProblemAsync(answer))["kind"]));
    }

    [Fact]
    public async Task When_too_many_wait_the_next_gets_429_and_is_told_when_to_come_again()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("f", TestModules.Loop, new { limits = new { timeoutMs = 60_000 }, concurrency = 1, queueLength = 0 });
        using var busy = await RawClient.ConnectAsync(bench.Port);
        await busy.SendAsync("GET /fn/f HTTP/1.1\r\nHost: x\r\n\r\n");
        await WaitAsync(bench, "/api/v1/namespaces/default/functions/f", f => (int)f["running"]! == 1);

        using var refused = await bench.Client.GetAsync("/fn/f", NodeBench.Cancellation);

        var problem = await NodeBench.ProblemAsync(refused);
        Assert.Equal((429, "queue-full", true), ((int)refused.StatusCode, (string?)problem["kind"], (bool)problem["retry"]!));
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_node_that_drains_is_not_ready_refuses_new_calls_and_ends_running_ones_after_the_grace()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("f", TestModules.Loop, new { limits = new { timeoutMs = 60_000 } });
        var running = bench.Client.GetAsync("/fn/f", NodeBench.Cancellation);
        await WaitAsync(bench, "/api/v1/namespaces/default/functions/f", f => (int)f["running"]! == 1);
        var drained = bench.Node.Runtime.DrainAsync(TimeSpan.FromSeconds(60));

        using var ready = await bench.Client.GetAsync("/readyz", NodeBench.Cancellation);
        using var refused = await bench.Client.GetAsync("/fn/f", NodeBench.Cancellation);
        await bench.Node.Runtime.DrainAsync(TimeSpan.Zero);
        await drained;

        using var ended = await running;
        Assert.Equal((503, 503, 503), ((int)ready.StatusCode, (int)refused.StatusCode, (int)ended.StatusCode));
        Assert.Equal("draining", (string?)(await NodeBench.ProblemAsync(refused))["kind"]);
        Assert.Equal("draining", (string?)(await NodeBench.ProblemAsync(ended))["kind"]);
    }

    // Asks again and again: the node tells such things to those who ask alone.
    internal static async Task<JsonNode> WaitAsync(NodeBench bench, string path, Func<JsonNode, bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(NodeBench.Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var node = await bench.GetJsonAsync(path);
            if (condition(node)) return node;
            Assert.False(patience.IsCancellationRequested, $"Waited in vain for a change at {path}: {node.ToJsonString()}");
            await Task.Yield();
        }
    }
}
