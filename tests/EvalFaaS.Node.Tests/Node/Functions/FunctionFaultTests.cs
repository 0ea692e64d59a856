using System.Net;

namespace EvalFaaS.Node.Tests;

public sealed class FunctionFaultTests
{
    [Fact]
    public async Task An_unknown_function_is_404_with_the_nearest_name()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("hello", RepositoryFiles.Prebuilt("hello"));

        using var response = await bench.Client.GetAsync("/fn/helo/x", NodeBench.Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var problem = await NodeBench.ProblemAsync(response);
        Assert.Equal(("https://evalfaas.dev/faults/function-unknown", "function-unknown", false), ((string?)problem["type"], (string?)problem["kind"], (bool)problem["retry"]!));
        Assert.Contains("There is no function at /fn/helo. Did you mean 'hello'?", (string?)problem["detail"]);
    }

    [Fact]
    public async Task A_trap_is_502_and_named()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("f", TestModules.Trap);

        using var response = await bench.Client.GetAsync("/fn/f", NodeBench.Cancellation);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        var problem = await NodeBench.ProblemAsync(response);
        Assert.Equal(("trap", "unreachable", "default/f@1"), ((string?)problem["kind"], (string?)problem["trap"], (string?)problem["revision"]));
        Assert.Equal(response.Headers.GetValues("X-EvalFaaS-Invocation").Single(), (string?)problem["invocation"]);
    }

    [Fact]
    public async Task A_function_that_fails_is_502_with_its_exit_code()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("f", TestModules.Exit3);

        using var response = await bench.Client.GetAsync("/fn/f", NodeBench.Cancellation);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        var problem = await NodeBench.ProblemAsync(response);
        Assert.Equal(("guest-failed", 3), ((string?)problem["kind"], (int)problem["exitCode"]!));
    }

    [Fact]
    public async Task An_endless_function_is_504_at_its_deadline()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("f", TestModules.Loop, new { limits = new { timeoutMs = 50 } });

        using var response = await bench.Client.GetAsync("/fn/f", NodeBench.Cancellation);

        Assert.Equal((HttpStatusCode.GatewayTimeout, "deadline"), (response.StatusCode, (string?)(await NodeBench.ProblemAsync(response))["kind"]));
    }

    [Fact]
    public async Task A_function_that_wants_too_much_memory_is_507()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("f", TestModules.MemoryBomb, new { limits = new { memoryBytes = 1 << 20 } });

        using var response = await bench.Client.GetAsync("/fn/f", NodeBench.Cancellation);

        Assert.Equal((HttpStatusCode.InsufficientStorage, "memory-limit"), (response.StatusCode, (string?)(await NodeBench.ProblemAsync(response))["kind"]));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413_by_its_length_alone()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"), new { limits = new { requestBytes = 10 } });

        using var response = await bench.Client.PostAsync("/fn/echo", new StringContent("eleven byte"), NodeBench.Cancellation);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "request-too-large"), (response.StatusCode, (string?)(await NodeBench.ProblemAsync(response))["kind"]));
    }

    [Theory]
    [InlineData("echo")]
    [InlineData("echo-wasi")]
    public async Task A_body_over_the_limit_is_413_while_it_streams(string module)
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt(module), new { limits = new { requestBytes = 10 } });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fn/echo") { Content = new StringContent("eleven byte") };
        request.Headers.TransferEncodingChunked = true;

        using var response = await bench.Client.SendAsync(request, NodeBench.Cancellation);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "request-too-large"), (response.StatusCode, (string?)(await NodeBench.ProblemAsync(response))["kind"]));
    }

    [Fact]
    public async Task After_a_fault_the_next_call_is_answered()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("bad", TestModules.Trap);
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        using var bad = await bench.Client.GetAsync("/fn/bad", NodeBench.Cancellation);

        using var good = await bench.Client.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation);

        Assert.Equal("ping", await good.Content.ReadAsStringAsync(NodeBench.Cancellation));
    }
}
