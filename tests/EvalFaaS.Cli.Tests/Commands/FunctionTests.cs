using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>function deploy|list|describe|invoke|delete|logs</c> against a node.</summary>
public sealed class FunctionTests(SharedNode shared) : IClassFixture<SharedNode>
{
    private readonly NodeProcess _node = shared.Node;

    [Fact]
    public async Task A_function_is_served_when_deploy_returns()
    {
        Assert.Equal("default/served@1 is served at /fn/served by wasmtime (reactor).\n", CliAssert.Succeeded(await DeployAsync("served", "hello")));

        using var client = new HttpClient { BaseAddress = new Uri(_node.Address) };
        Assert.StartsWith("Hello", await client.GetStringAsync("/fn/served", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Deploy_hands_every_option_to_the_node()
    {
        var json = CliAssert.Json(await DeployAsync("tuned", "hello", "--json", "--engine", "wasmtime", "--memory", "32MiB", "--timeout", "1500ms", "--concurrency", "3", "--max-invocations", "5", "--env", "A=b=c", "--env", "D="));

        Assert.Equal("default/tuned@1", (string?)json["id"]);
        Assert.Equal((32 << 20, 1500), ((long)json["limits"]!["memoryBytes"]!, (double)json["limits"]!["timeoutMs"]!));
        Assert.Equal((3, 5, "wasmtime"), ((int)json["concurrency"]!, (int)json["maxInvocations"]!, (string?)json["engine"]));
        Assert.Equal(["A", "D"], json["environment"]!.AsArray().Select(n => (string?)n));
    }

    [Fact]
    public async Task A_second_deployment_is_a_second_revision()
    {
        await DeployAsync("twice", "hello");
        await DeployAsync("twice", "echo");

        var json = CliAssert.Json(await _node.RunAsync("function", "describe", "twice", "--json"));

        Assert.Equal("default/twice@2", (string?)json["function"]!["id"]);
        Assert.Equal(["2", "1"], json["revisions"]!.AsArray().Select(r => (string?)r!["revision"]));
        Assert.Matches(@"(?m)^revisions +2 1$", CliAssert.Succeeded(await _node.RunAsync("function", "describe", "twice")));
    }

    [Fact]
    public async Task A_list_shows_functions_of_all_namespaces_or_of_one()
    {
        await DeployAsync("listed", "hello");
        await DeployAsync("shop/listed", "hello");

        var all = CliAssert.Json(await _node.RunAsync("function", "list", "--json")).AsArray().Select(f => (string?)f!["id"]).ToArray();
        Assert.Contains("default/listed@1", all);
        Assert.Contains("shop/listed@1", all);
        Assert.Equal(["shop/listed@1"], CliAssert.Json(await _node.RunAsync("function", "list", "--json", "-n", "shop")).AsArray().Select(f => (string?)f!["id"]));
        Assert.Matches(@"(?m)^shop/listed@1 +wasmtime +reactor +/ns/shop/fn/listed +0 ", CliAssert.Succeeded(await _node.RunAsync("function", "list")));
    }

    [Theory]
    [InlineData("-d", "ping")]
    [InlineData("--data", "@body")]
    [InlineData("-d", "@-")]
    public async Task Invoke_sends_a_body_from_the_line_a_file_or_stdin(string option, string data)
    {
        using var folder = new TemporaryFolder();
        folder.Write("body", "ping");
        await DeployAsync("echoing", "echo");

        var call = new CliCall("function", "invoke", "echoing", option, data) { Folder = folder.Path, Input = "ping"u8.ToArray() };

        Assert.Equal("ping", CliAssert.Succeeded(await _node.RunAsync(call)));
    }

    [Fact]
    public async Task Invoke_hands_on_method_path_and_headers_and_shows_the_answer_s()
    {
        await DeployAsync("tenant/greeting", "hello");

        var said = CliAssert.Succeeded(await _node.RunAsync("function", "invoke", "tenant/greeting", "-X", "PUT", "--path", "reader", "-H", "X-Any: thing", "-d", "", "-i"));

        Assert.StartsWith("HTTP/1.1 200 OK\n", said);
        Assert.Contains("X-EvalFaaS-Revision: tenant/greeting@1", said);
        Assert.Contains("\n\nHello, reader!", said);
    }

    [Fact]
    public async Task What_a_function_writes_to_stderr_is_in_its_logs()
    {
        using var folder = new TemporaryFolder();
        CliAssert.Succeeded(await _node.RunAsync("function", "deploy", "speaking", folder.Guest(CommandGuests.Speak)));
        await _node.RunAsync("function", "invoke", "speaking");

        var entry = Assert.Single(CliAssert.Json(await _node.RunAsync("function", "logs", "speaking", "--json")).AsArray())!;
        Assert.Equal(("default/speaking@1", "err"), ((string?)entry["revision"], ((string?)entry["text"])?.TrimEnd()));
        Assert.EndsWith(" err\n", CliAssert.Succeeded(await _node.RunAsync("function", "logs", "speaking", "--tail", "5")));
    }

    [Fact]
    public async Task A_deleted_function_is_gone()
    {
        await DeployAsync("doomed", "hello");

        Assert.Equal("default/doomed is deleted.\n", CliAssert.Succeeded(await _node.RunAsync("function", "delete", "doomed")));

        CliAssert.Refused(CliAssert.Failed, "There is no function", await _node.RunAsync("function", "invoke", "doomed"));
    }

    private Task<CliResult> DeployAsync(string name, string module, params string[] options) =>
        _node.RunAsync(["function", "deploy", name, GuestFile.Prebuilt(module), .. options]);
}
