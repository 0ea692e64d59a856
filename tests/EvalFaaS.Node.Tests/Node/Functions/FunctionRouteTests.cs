using System.Net;
using System.Text.RegularExpressions;

namespace EvalFaaS.Node.Tests;

public sealed partial class FunctionRouteTests
{
    [Fact]
    public async Task A_function_answers_at_its_route()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));

        using var response = await bench.Client.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation);

        Assert.Equal((HttpStatusCode.OK, "ping"), (response.StatusCode, await response.Content.ReadAsStringAsync(NodeBench.Cancellation)));
    }

    [Fact]
    public async Task A_command_answers_as_a_reactor_does()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo-wasi"));

        using var response = await bench.Client.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation);

        Assert.Equal((HttpStatusCode.OK, "ping"), (response.StatusCode, await response.Content.ReadAsStringAsync(NodeBench.Cancellation)));
    }

    [Fact]
    public async Task Every_answer_says_where_its_time_went_and_who_gave_it()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        using var first = await bench.Client.PostAsync("/fn/echo", new StringContent("1"), NodeBench.Cancellation);

        using var response = await bench.Client.PostAsync("/fn/echo", new StringContent("22"), NodeBench.Cancellation);

        string Header(string name) => string.Join(", ", response.Headers.GetValues(name));
        Assert.Equal(("N4", "default/echo@1"), (Header("X-EvalFaaS-Start"), Header("X-EvalFaaS-Revision")));
        Assert.Matches("^[0-9a-f]{32}$", Header("X-EvalFaaS-Invocation"));
        Assert.Matches("^[1-9][0-9]*$", Header("X-EvalFaaS-Instance"));
        Assert.Matches(Timing(), Header("Server-Timing"));
        Assert.Equal(2, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task The_first_answer_says_why_it_was_cold()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));

        using var response = await bench.Client.PostAsync("/fn/echo", new StringContent("1"), NodeBench.Cancellation);

        Assert.Contains(response.Headers.GetValues("X-EvalFaaS-Start").Single(), new[] { "N1", "N2", "N3", "N4" });
    }

    [Fact]
    public async Task The_client_s_trace_names_the_invocation()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fn/echo");
        request.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        using var response = await bench.Client.SendAsync(request, NodeBench.Cancellation);

        Assert.Equal("0af7651916cd43dd8448eb211c80319c", response.Headers.GetValues("X-EvalFaaS-Invocation").Single());
        var ledger = await bench.GetJsonAsync("/api/v1/invocations/0af7651916cd43dd8448eb211c80319c");
        Assert.Equal("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", (string?)ledger["traceParent"]);
    }

    [Fact]
    public async Task Namespaces_keep_functions_of_one_name_apart()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("f", RepositoryFiles.Prebuilt("echo"));
        await bench.DeployAsync("f", RepositoryFiles.Prebuilt("counter"), ns: "team");

        using var other = await bench.Client.PostAsync("/ns/team/fn/f", new StringContent("ping"), NodeBench.Cancellation);

        Assert.Equal("team/f@1", other.Headers.GetValues("X-EvalFaaS-Revision").Single());
        Assert.NotEqual("ping", await other.Content.ReadAsStringAsync(NodeBench.Cancellation));
    }

    [Fact]
    public async Task An_older_revision_can_be_called_by_its_name()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("f", RepositoryFiles.Prebuilt("echo"));
        await bench.DeployAsync("f", RepositoryFiles.Prebuilt("counter"));

        using var old = await bench.Client.PostAsync("/fn/f@1", new StringContent("ping"), NodeBench.Cancellation);

        Assert.Equal("ping", await old.Content.ReadAsStringAsync(NodeBench.Cancellation));
    }

    [Fact]
    public async Task A_large_body_comes_back_whole()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        var body = new byte[3_000_000];
        new Random(1).NextBytes(body);

        using var response = await bench.Client.PostAsync("/fn/echo", new ByteArrayContent(body), NodeBench.Cancellation);

        Assert.Equal(body, await response.Content.ReadAsByteArrayAsync(NodeBench.Cancellation));
    }

    [Fact]
    public async Task Requests_sent_at_once_on_one_connection_are_answered_in_their_order()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        using var socket = await RawClient.ConnectAsync(bench.Port);

        await socket.SendAsync("POST /fn/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\noneGET /healthz HTTP/1.1\r\nHost: x\r\n\r\nPOST /fn/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\ntwo");

        var answers = await socket.ReadToEndAsync();
        Assert.True(answers.IndexOf("one", StringComparison.Ordinal) < answers.IndexOf("ok\n", StringComparison.Ordinal)
            && answers.IndexOf("ok\n", StringComparison.Ordinal) < answers.IndexOf("two", StringComparison.Ordinal), answers);
    }

    [GeneratedRegex(@"^route;dur=\d+\.\d{3}, queue;dur=\d+\.\d{3}(, [a-z]+;dur=\d+\.\d{3})+, execute;dur=\d+\.\d{3}$")]
    private static partial Regex Timing();
}
