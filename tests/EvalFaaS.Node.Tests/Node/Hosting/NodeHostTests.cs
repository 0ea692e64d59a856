using EvalFaaS.Model;

namespace EvalFaaS.Node.Tests;

public sealed class NodeHostTests
{
    [Fact]
    public async Task Functions_survive_a_restart()
    {
        using var directory = new TemporaryDirectory();
        await using (var first = await NodeBench.StartAsync(directory.Path))
        {
            using var client = new HttpClient { BaseAddress = new Uri(first.Addresses[0]) };
            var module = new ByteArrayContent(RepositoryFiles.Prebuilt("echo")) { Headers = { ContentType = new("application/wasm") } };
            using var deployed = await client.PutAsync("/api/v1/namespaces/default/functions/echo", module, NodeBench.Cancellation);
            deployed.EnsureSuccessStatusCode();
        }

        await using var second = await NodeBench.StartAsync(directory.Path);

        using var again = new HttpClient { BaseAddress = new Uri(second.Addresses[0]) };
        using var response = await again.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation);
        Assert.Equal("ping", await response.Content.ReadAsStringAsync(NodeBench.Cancellation));
    }

    [Fact]
    public async Task A_port_in_use_is_told_with_its_address()
    {
        await using var first = await NodeBench.StartAsync();

        var e = await Assert.ThrowsAsync<NodeStartException>(() => NodeBench.StartAsync(o => o with { Urls = [first.Node.Addresses[0]] }));

        Assert.Equal($"Cannot listen on {first.Node.Addresses[0]}: the port is in use. End the program that holds it, or choose another address with --urls.", e.Message);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_written_is_told_with_its_path()
    {
        var e = await Assert.ThrowsAsync<FaultException>(() => NodeBench.StartAsync("/proc/evalfaas"));

        Assert.Equal(FaultKind.StorageFailed, e.Fault.Kind);
        Assert.Contains("/proc/evalfaas", e.Message);
    }

    [Fact]
    public async Task A_node_open_to_others_without_a_token_warns()
    {
        var log = new ListLoggerProvider();
        await using var bench = await NodeBench.StartAsync(o => o with { Urls = ["http://0.0.0.0:0"] }, log);

        Assert.Contains(log.Lines, l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains("asks for no token"));
    }

    [Fact]
    public async Task Whatever_is_not_there_is_404_and_says_where_things_are()
    {
        await using var bench = await NodeBench.StartAsync();

        using var response = await bench.Client.GetAsync("/nowhere", NodeBench.Cancellation);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Contains("/fn/NAME", (string?)(await NodeBench.ProblemAsync(response))["detail"]);
    }

    [Fact]
    public async Task A_node_that_serves_is_healthy_and_ready()
    {
        await using var bench = await NodeBench.StartAsync();

        Assert.Equal(("ok\n", "ready\n"), (await bench.Client.GetStringAsync("/healthz", NodeBench.Cancellation), await bench.Client.GetStringAsync("/readyz", NodeBench.Cancellation)));
    }

    [Fact]
    public async Task The_baseline_answers_with_the_body_and_the_node_s_headers()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        using var warm = await bench.Client.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation);
        using var node = await bench.Client.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation);
        await using var baseline = await KestrelBaseline.StartAsync(["http://127.0.0.1:0"], NodeBench.Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(baseline.Addresses[0]) };

        using var response = await client.PostAsync("/", new StringContent("ping"), NodeBench.Cancellation);

        Assert.Equal("ping", await response.Content.ReadAsStringAsync(NodeBench.Cancellation));
        Assert.Equal(
            node.Headers.Concat(node.Content.Headers).Select(h => h.Key).Order(),
            response.Headers.Concat(response.Content.Headers).Select(h => h.Key).Order());
    }
}
