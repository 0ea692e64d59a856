using System.Net;
using System.Net.Http.Headers;

namespace EvalFaaS.Node.Tests;

public sealed class ControlApiTests
{
    private const string Token = "0123456789abcdef";

    [Fact]
    public async Task Functions_are_listed_and_deleted()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("a", RepositoryFiles.Prebuilt("hello"));
        await bench.DeployAsync("b", RepositoryFiles.Prebuilt("hello"), ns: "team");
        var before = (await bench.GetJsonAsync("/api/v1/functions")).AsArray().Select(f => (string?)f!["id"]).Order().ToArray();

        using var deleted = await bench.Client.DeleteAsync("/api/v1/namespaces/default/functions/a", NodeBench.Cancellation);

        Assert.Equal(["default/a@1", "team/b@1"], before);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal("team/b@1", (string?)Assert.Single((await bench.GetJsonAsync("/api/v1/functions")).AsArray())!["id"]);
    }

    [Fact]
    public async Task Revisions_are_listed_newest_first()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("a", RepositoryFiles.Prebuilt("hello"));
        await bench.DeployAsync("a", RepositoryFiles.Prebuilt("echo"));

        var revisions = await bench.GetJsonAsync("/api/v1/namespaces/default/functions/a/revisions");

        Assert.Equal(["2", "1"], revisions.AsArray().Select(r => (string?)r!["revision"]));
    }

    [Fact]
    public async Task A_function_is_called_through_the_control_api_as_through_its_route()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));

        using var response = await bench.Client.PostAsync("/api/v1/namespaces/default/functions/echo/invoke", new StringContent("ping"), NodeBench.Cancellation);

        Assert.Equal("ping", await response.Content.ReadAsStringAsync(NodeBench.Cancellation));
    }

    [Fact]
    public async Task What_a_function_writes_to_stderr_is_in_its_log()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("f", TestModules.Stderr);
        using var call = await bench.Client.GetAsync("/fn/f", NodeBench.Cancellation);

        var entry = Assert.Single((await bench.GetJsonAsync("/api/v1/namespaces/default/functions/f/logs")).AsArray())!;

        Assert.Equal(("a log\n", "stderr", call.Headers.GetValues("X-EvalFaaS-Invocation").Single()), ((string?)entry["text"], (string?)entry["level"], (string?)entry["invocation"]));
    }

    [Fact]
    public async Task The_ledger_of_an_ended_invocation_adds_up()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        using var call = await bench.Client.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation);

        var ledger = Assert.Single((await bench.GetJsonAsync("/api/v1/invocations?function=echo")).AsArray())!;

        var sum = ledger["spans"]!.AsArray().Where(s => (string?)s!["phase"] != "cleanup").Sum(s => (long)s!["endNs"]! - (long)s!["startNs"]!);
        Assert.Equal((long)ledger["totalNs"]!, sum);
    }

    [Fact]
    public async Task A_start_state_can_be_brought_about()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        using var first = await bench.Client.GetAsync("/fn/echo", NodeBench.Cancellation);

        using var forced = await bench.Client.PostAsync("/api/v1/namespaces/default/functions/echo/start-state/N3", null, NodeBench.Cancellation);
        using var call = await bench.Client.GetAsync("/fn/echo", NodeBench.Cancellation);

        Assert.Equal((HttpStatusCode.NoContent, "N3"), (forced.StatusCode, call.Headers.GetValues("X-EvalFaaS-Start").Single()));
    }

    [Fact]
    public async Task An_unknown_function_is_404_with_the_nearest_name()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));

        using var response = await bench.Client.GetAsync("/api/v1/namespaces/default/functions/ehco", NodeBench.Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Did you mean 'default/echo'?", (string?)(await NodeBench.ProblemAsync(response))["detail"]);
    }

    [Fact]
    public async Task A_parameter_that_is_no_number_is_400()
    {
        await using var bench = await NodeBench.StartAsync();

        using var response = await bench.Client.GetAsync("/api/v1/invocations?count=many", NodeBench.Cancellation);

        Assert.Equal((400, "invalid-request"), ((int)response.StatusCode, (string?)(await NodeBench.ProblemAsync(response))["kind"]));
    }

    [Fact]
    public async Task The_node_tells_its_configuration_counters_and_engines_in_use()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        using var call = await bench.Client.GetAsync("/fn/echo", NodeBench.Cancellation);

        var node = await bench.GetJsonAsync("/api/v1/node");

        Assert.Equal((Environment.ProcessId, 1L), ((int)node["processId"]!, (long)node["counters"]!["instancesMade"]!));
        Assert.Equal("64", (string?)node["configuration"]!.AsArray().Single(s => (string?)s!["key"] == "engine.instances")!["value"]);
        Assert.Contains("interruption", Assert.Single(node["engines"]!.AsArray())!["settings"]!.AsArray().Select(s => (string?)s!["name"]));
    }

    [Fact]
    public async Task The_openapi_document_describes_every_part()
    {
        await using var bench = await NodeBench.StartAsync();

        var paths = (await bench.GetJsonAsync("/api/v1/openapi.json"))["paths"]!.AsObject().Select(p => p.Key).ToList();

        Assert.All(
            new[] { "/node", "/engines", "/functions", "/invocations", "/namespaces/{ns}/functions/{name}", "/namespaces/{ns}/functions/{name}/revisions" },
            p => Assert.Contains("/api/v1" + p, paths));
    }

    [Fact]
    public async Task With_a_token_the_control_api_asks_for_it_and_the_functions_do_not()
    {
        await using var bench = await NodeBench.StartAsync(o => o with { Token = Token });
        bench.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        bench.Client.DefaultRequestHeaders.Authorization = null;

        using var refused = await bench.Client.GetAsync("/api/v1/functions", NodeBench.Cancellation);
        using var called = await bench.Client.GetAsync("/fn/echo", NodeBench.Cancellation);

        Assert.Equal((401, 200, "Bearer"), ((int)refused.StatusCode, (int)called.StatusCode, refused.Headers.WwwAuthenticate.Single().Scheme));
    }

    [Fact]
    public async Task A_wrong_token_is_refused()
    {
        await using var bench = await NodeBench.StartAsync(o => o with { Token = Token });
        bench.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token + "x");

        using var refused = await bench.Client.GetAsync("/api/v1/functions", NodeBench.Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_a_name_that_is_not_the_machine_s_own_is_refused()
    {
        await using var bench = await NodeBench.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/functions") { Headers = { Host = "evil.example" } };

        using var refused = await bench.Client.SendAsync(request, NodeBench.Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
