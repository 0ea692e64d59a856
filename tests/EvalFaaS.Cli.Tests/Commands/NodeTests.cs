using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>node</c>: starting, and ending.</summary>
public sealed class NodeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_port_in_use_is_named_with_the_way_out_in_one_line()
    {
        await using var first = await NodeProcess.StartAsync(_folder.Make("first"));

        var result = await Cli.RunAsync("node", "--urls", first.Address, "--data", _folder.Make("second"));

        CliAssert.Refused(CliAssert.Failed, $"Cannot listen on {first.Address}: the port is in use. End the program that holds it, or choose another address with --urls.\n", result);
        Assert.Single(result.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task The_baseline_says_the_same_of_a_port_in_use()
    {
        await using var first = await NodeProcess.StartAsync(_folder.Path);

        CliAssert.Refused(CliAssert.Failed, $"Cannot listen on {first.Address}: the port is in use.", await Cli.RunAsync("baseline", "kestrel", "--urls", first.Address));
    }

    [Theory]
    [InlineData("node")]
    [InlineData("baseline kestrel")]
    public async Task An_address_that_is_none_says_what_to_write(string command) =>
        CliAssert.Refused(CliAssert.Failed, "'nowhere' is no address; write http://HOST:PORT", await Cli.RunAsync([.. command.Split(' '), "--urls", "nowhere"]));

    [Fact]
    public async Task A_data_directory_in_use_is_named()
    {
        await using var first = await NodeProcess.StartAsync(_folder.Path);

        CliAssert.Refused(CliAssert.Failed, $"The data directory {_folder.Path} is in use by another node", await Cli.RunAsync("node", "--urls", "http://127.0.0.1:0", "--data", _folder.Path));
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_an_idle_node_with_0(string signal)
    {
        await using var node = await NodeProcess.StartAsync(_folder.Path);

        await node.SignalAsync(signal);

        var result = await node.EndAsync();
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Draining", result.Errors);
        Assert.EndsWith("Stopped.\n", result.Errors);
    }

    [Fact]
    public async Task A_call_that_runs_is_answered_before_the_node_ends()
    {
        await using var node = await NodeProcess.StartAsync(_folder.Path);
        CliAssert.Succeeded(await node.RunAsync("function", "deploy", "echo", GuestFile.Prebuilt("echo-wasi")));
        using var client = new HttpClient { BaseAddress = new Uri(node.Address) };
        using var content = new HeldContent();
        var call = client.PostAsync("/fn/echo", content, TestContext.Current.CancellationToken);
        await content.Sent;
        await RunningAsync(client, "echo");

        await node.SignalAsync("TERM");
        await node.Log.WaitForAsync("Draining", TestContext.Current.CancellationToken);
        content.Finish();

        Assert.Equal("first and last", await (await call).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, (await node.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_call_may_go_on_for_seconds_while_the_node_drains()
    {
        await using var node = await NodeProcess.StartAsync(_folder.Make("data"));
        CliAssert.Succeeded(await node.RunAsync("function", "deploy", "loop", _folder.Guest(CommandGuests.Loop), "--timeout", "4s"));
        using var client = new HttpClient { BaseAddress = new Uri(node.Address) };
        var call = client.GetAsync("/fn/loop", TestContext.Current.CancellationToken);
        await RunningAsync(client, "loop");

        await node.SignalAsync("TERM");

        Assert.Equal(System.Net.HttpStatusCode.GatewayTimeout, (await call).StatusCode);
        Assert.Equal(0, (await node.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_second_SIGINT_ends_what_still_runs()
    {
        await using var node = await NodeProcess.StartAsync(_folder.Make("data"), "--set", "drainGrace=10m");
        CliAssert.Succeeded(await node.RunAsync("function", "deploy", "loop", _folder.Guest(CommandGuests.Loop), "--timeout", "1h"));
        using var client = new HttpClient { BaseAddress = new Uri(node.Address) };
        var call = client.GetAsync("/fn/loop", TestContext.Current.CancellationToken);
        await RunningAsync(client, "loop");

        await node.SignalAsync("INT");
        await node.Log.WaitForAsync("Draining", TestContext.Current.CancellationToken);
        await node.SignalAsync("INT");

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, (await call).StatusCode);
        Assert.Equal(0, (await node.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task Functions_are_there_again_after_a_restart()
    {
        await using (var first = await NodeProcess.StartAsync(_folder.Path))
            CliAssert.Succeeded(await first.RunAsync("function", "deploy", "echo", GuestFile.Prebuilt("echo")));

        await using var second = await NodeProcess.StartAsync(_folder.Path);

        Assert.Equal("ping", CliAssert.Succeeded(await second.RunAsync("function", "invoke", "echo", "-d", "ping")));
    }

    // Until the node has the call; what it has not yet accepted it may refuse once it drains.
    private static async Task RunningAsync(HttpClient client, string function)
    {
        while (!(await client.GetStringAsync($"/api/v1/namespaces/default/functions/{function}", TestContext.Current.CancellationToken)).Contains("\"running\":1", StringComparison.Ordinal))
            await Task.Yield();
    }
}
