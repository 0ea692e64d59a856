using System.Net;
using System.Text.Json.Nodes;
using EvalFaaS.Harness.StandaloneLoad;

namespace EvalFaaS.Cli.Tests;

public sealed class LoadTests : IDisposable
{
    private readonly CannedServer _server = new(new IPEndPoint(IPAddress.Loopback, 0), core: null);

    private string Url => $"http://{_server.Address}/";

    [Fact]
    public async Task An_open_loop_asks_at_its_rate_and_tells_it_as_JSON()
    {
        var result = await Cli.RunAsync("load", Url, "--rate", "200", "--duration", "500ms", "--json");
        var json = JsonNode.Parse(result.Output)!;
        Assert.Equal(200, (double)json["askedPerSecond"]!);
        Assert.Equal(100, (long)json["ok"]!);
        Assert.Empty(json["failures"]!.AsObject());
        Assert.Equal([0.5, 0.9, 0.95, 0.99, 0.999, 0.9999], json["latency"]!.AsArray().Select(p => (double)p!["share"]!));
        // Either the sample is too small for it, or the generator too late: a hundred requests carry no 99.99th percentile.
        Assert.Matches("^(n too small|withheld)", (string)json["latency"]!.AsArray()[^1]!["note"]!);
        Assert.Equal(json["behind"] is null ? CliAssert.Done : CliAssert.Failed, result.ExitCode);
    }

    [Fact]
    public async Task A_closed_loop_prints_a_table_for_people()
    {
        var result = await Cli.RunAsync("load", Url, "--closed", "2", "--duration", "300ms", "--expect", "200");
        Assert.Equal(CliAssert.Done, result.ExitCode);
        Assert.Contains("answered rightly", result.Output);
        Assert.Contains("99.9 %", result.Output);
    }

    [Fact]
    public async Task Wrong_answers_are_failures_by_name_and_fail_the_command()
    {
        var result = await Cli.RunAsync("load", Url, "--closed", "1", "--duration", "100ms", "--expect", "418", "--json");
        Assert.Equal(CliAssert.Failed, result.ExitCode);
        Assert.True((long)JsonNode.Parse(result.Output)!["failures"]!["http-200"]! > 0);
    }

    [Fact]
    public async Task An_expected_digest_is_compared_with_the_first_answer()
    {
        // SHA-256 of "ok".
        var right = await Cli.RunAsync("load", Url, "--closed", "1", "--duration", "100ms", "--expect", "sha256:2689367b205c16ce32ed4200942b8b8b1e262dfc70d9bc9fbc77c49699a4f1df");
        Assert.Equal(CliAssert.Done, right.ExitCode);
        CliAssert.Refused(CliAssert.Failed, "the first answer is not the expected one", await Cli.RunAsync("load", Url, "--closed", "1", "--expect", "sha256:" + new string('0', 64)));
    }

    [Fact]
    public async Task An_interrupt_ends_it_and_prints_what_was_measured()
    {
        await using var process = CliProcess.Start(new CliCall("load", Url, "--rate", "50", "--duration", "10m"));
        await process.Errors.WaitForAsync("answered", TestContext.Current.CancellationToken);
        await process.SignalAsync("INT");
        Assert.Contains("answered rightly", (await process.EndAsync()).Output);
    }

    [Fact]
    public async Task The_self_test_tells_the_generators_ceiling()
    {
        var json = CliAssert.Json(await Cli.RunAsync("load", "--self-test", "--duration", "400ms", "--json"));
        Assert.True((double)json["ceilingPerSecond"]! > 0);
        Assert.Equal(20_000, (double)json["scheduledPerSecond"]!);
        // On a thread that waits awake: nearly all its time is on a processor, or withheld from it.
        Assert.True((long)json["withheld"]!["cpuNs"]! > 0);
        Assert.All(["waitedNs", "stolenNs", "gcPausedNs"], key => Assert.True((long)json["withheld"]![key]! >= 0));
    }

    [Theory]
    [InlineData("load needs a URL", "load")]
    [InlineData("load needs --rate R (requests a second) or --closed N (users).", "load", "http://127.0.0.1:1/")]
    [InlineData("'ftp://x' is none.", "load", "ftp://x", "--rate", "1")]
    [InlineData("load speaks HTTP without TLS", "load", "https://127.0.0.1/", "--rate", "1")]
    [InlineData("--closed has no rate of its own", "load", "http://127.0.0.1:1/", "--rate", "1", "--closed", "1")]
    [InlineData("--think is for users of a closed loop", "load", "http://127.0.0.1:1/", "--rate", "1", "--think", "1s")]
    [InlineData("'soon' is no duration", "load", "http://127.0.0.1:1/", "--rate", "1", "--duration", "soon")]
    [InlineData("--expect takes a status", "load", "http://127.0.0.1:1/", "--rate", "1", "--expect", "fine")]
    [InlineData("'X' has no colon", "load", "http://127.0.0.1:1/", "--rate", "1", "-H", "X")]
    [InlineData("--rate takes requests a second, from above 0", "load", "http://127.0.0.1:1/", "--rate", "0")]
    public async Task A_wrong_command_line_is_refused_with_a_sentence(string message, params string[] words) => CliAssert.Refused(CliAssert.Usage, message, await Cli.RunAsync(words));

    [Fact]
    public async Task A_wrong_shape_is_told_with_its_place() =>
        CliAssert.Refused(CliAssert.Usage, "--shape:1:", await Cli.RunAsync("load", Url, "--rate", "1", "--shape", "rampp: {from: 0, to: 1}"));

    [Fact]
    public async Task Where_nobody_listens_it_says_so() =>
        CliAssert.Refused(CliAssert.Failed, "nobody answers at 127.0.0.1:1", await Cli.RunAsync("load", "http://127.0.0.1:1/", "--rate", "1", "--json"));

    public void Dispose() => _server.Dispose();
}
