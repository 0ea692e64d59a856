using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>replay</c>: a trace sent to a real target.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_recording_is_sent_to_a_node_and_starts_are_counted_by_their_states()
    {
        // Two functions; each of them is loaded by its first call, and its second one finds it loaded.
        var trace = _folder.Write("r.csv", "at_s,function,duration_s,start_state,cause\n0,default/a,1,fresh-instance,none\n0.1,default/b,1,fresh-instance,none\n20,default/a,1,fresh-instance,none\n20.2,default/b,1,fresh-instance,none\n");

        var result = await Cli.RunAsync("replay", trace, "--target", "wasmtime", "--speed", "20", "--out", _folder["out"], "--json");
        var json = System.Text.Json.Nodes.JsonNode.Parse(result.Output)!;

        Assert.Equal((2, 4), ((int)json["functions"]!, (int)json["calls"]!));
        Assert.Equal(4, (long)json["load"]!["ok"]!);
        Assert.Equal([("N3", 2), ("N4", 2)], json["starts"]!.AsArray().Select(s => ((string)s!["state"]!, (int)s["count"]!)));
        Assert.Equal(4 + 1, File.ReadLines(_folder["out/samples.csv"]).Count());
        Assert.Contains("default/b", File.ReadAllText(_folder["out/samples.csv"]));
        Assert.True(File.Exists(_folder["out/load.json"]) && File.Exists(_folder["out/latency.hgrm"]));
        Assert.Equal(json["load"]!["behind"] is null ? CliAssert.Done : CliAssert.Failed, result.ExitCode);
    }

    [Fact]
    public async Task A_policy_of_the_node_decides_what_a_call_finds()
    {
        var trace = _folder.Write("t.csv", "0\n2.5\n");

        var json = System.Text.Json.Nodes.JsonNode.Parse((await Cli.RunAsync("replay", trace, "--policy", "none", "--json")).Output)!;

        Assert.Equal([("N3", 2)], json["starts"]!.AsArray().Select(s => ((string)s!["state"]!, (int)s["count"]!)));
    }

    [Fact]
    public async Task A_trace_of_counts_is_cut_to_a_slice_and_told_to_people()
    {
        _folder.Write("invocations.csv", "HashOwner,HashApp,HashFunction,Trigger,1,2,3\no,a,f,timer,50,2,50\no,a,g,http,0,1,0\no,a,h,http,0,0,9\n");

        var result = await Cli.RunAsync("replay", _folder.Path, "--from", "1m", "--for", "1m", "--speed", "200", "--placement", "equidistant");

        Assert.StartsWith("3 calls of 2 functions in 0.3 s, sent to wasmtime\n", result.Output);
        Assert.Matches("(?m)^N3 +2 +66.67 ", result.Output);
    }

    [Theory]
    [InlineData("There is no target 'wasmtim'. Did you mean 'wasmtime'?", "--target", "wasmtim")]
    [InlineData("The target http needs --url", "--target", "http")]
    [InlineData("--url says where a target of the kind http is", "--url", "http://127.0.0.1:1/")]
    [InlineData("'process' keeps nothing loaded by a policy", "--target", "process", "--policy", "fixed")]
    [InlineData("no keep-alive policy 'fixd'", "--policy", "fixd")]
    [InlineData("--speed takes a number above 0, and 0 is none.", "--speed", "0")]
    [InlineData("There is no call between 60 s and 120 s of this trace, which is 2.5 s long", "--from", "1m", "--for", "1m")]
    [InlineData("--placement is poisson or equidistant, and 'even' is neither.", "--placement", "even")]
    [InlineData("--functions must be at least 1, and 0 is not.", "--functions", "0")]
    public async Task A_wrong_command_line_is_refused_with_a_sentence(string message, params string[] words) =>
        CliAssert.Refused(CliAssert.Usage, message, await Cli.RunAsync(["replay", _folder.Write("t.csv", "0\n2.5\n"), .. words]));

    [Fact]
    public async Task A_trace_that_is_not_there_and_one_that_is_damaged_are_refused()
    {
        CliAssert.Refused(CliAssert.Failed, "there is no such folder or file", await Cli.RunAsync("replay", _folder["nowhere"]));
        CliAssert.Refused(CliAssert.Failed, "bad.csv, line 3: ", await Cli.RunAsync("replay", _folder.Write("bad.csv", "1\n2\nsoon\n")));
    }

    public void Dispose() => _folder.Dispose();
}
