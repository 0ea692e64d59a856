using System.Net;
using System.Net.Sockets;
using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary>Reaching a node: where it is, and its token.</summary>
public sealed class NodeAccessTests : IDisposable
{
    private const string Token = "a-token-of-enough-letters";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Commands => ["deploy f {file}", "list", "describe f", "invoke f", "delete f", "logs f"];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Commands))]
    public async Task A_node_that_cannot_be_reached_is_named_with_the_way_to_start_one(string command)
    {
        // Bound but not listening: nobody else takes the port, and nobody answers on it.
        using var closed = new Socket(SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var address = $"http://127.0.0.1:{((IPEndPoint)closed.LocalEndPoint!).Port}";

        var result = await Cli.RunAsync(["function", .. command.Replace("{file}", GuestFile.Prebuilt("hello")).Split(' '), "--node", address]);

        CliAssert.Refused(CliAssert.Failed, $"No node answers at {address}/: ", result);
        Assert.Contains("Start one with `evalfaas node`, or name another with --node.", result.Errors);
    }

    [Fact]
    public async Task The_control_API_asks_for_the_token()
    {
        await using var node = await NodeProcess.StartAsync(_folder.Path, "--token", Token);

        CliAssert.Refused(CliAssert.Failed, "The control API asks for a token", await node.RunAsync("function", "list"));
        CliAssert.Refused(CliAssert.Failed, "The control API asks for a token", await node.RunAsync("function", "list", "--token", "another-one-of-enough-letters"));
        CliAssert.Succeeded(await node.RunAsync("function", "list", "--token", Token));
        CliAssert.Succeeded(await node.RunAsync(new CliCall("function", "list") { Variables = new Dictionary<string, string> { ["EVALFAAS_TOKEN"] = Token } }));
    }

    [Fact]
    public async Task The_node_s_address_comes_from_the_environment_too()
    {
        await using var node = await NodeProcess.StartAsync(_folder.Path);

        var call = new CliCall("function", "list", "--json") { Variables = new Dictionary<string, string> { ["EVALFAAS_NODE"] = node.Address } };

        Assert.Empty(CliAssert.Json(await Cli.RunAsync(call)).AsArray());
    }
}
