namespace EvalFaaS.Cli.Tests;

/// <summary><c>whatif</c> and <c>optimize</c> on the recording of a real node.</summary>
public sealed class WhatIfTests(SharedNode shared) : IClassFixture<SharedNode>
{
    private readonly NodeProcess _node = shared.Node;

    [Fact]
    public async Task The_last_calls_of_a_node_are_run_under_other_policies()
    {
        await CallAsync("asked", 5);

        var json = CliAssert.Json(await _node.RunAsync("whatif", "--policy", "none", "--policy", "fixed:window=1h", "--json"));
        var policies = json["policies"]!.AsArray();

        Assert.Equal("fixed:window=10m", (string?)json["acting"]);
        Assert.True((int)json["calls"]! >= 5);
        Assert.Equal(["fixed:window=10m", "none", "fixed:window=1h"], policies.Select(p => (string?)p!["policy"]));
        // Calls that follow each other at once find their code; it stays until the node's next turn even where nothing is kept.
        Assert.All(policies, p => Assert.True((double)p!["figures"]!["coldStarts"]!["value"]! >= 0));
        Assert.All(policies, p => Assert.True((double)p!["figures"]!["p50Ms"]!["value"]! > 0 && (double)p["figures"]!["memoryMiBHours"]!["value"]! > 0 && (double)p["figures"]!["costPerDay"]!["value"]! > 0));
        Assert.Equal(0, (double)policies[0]!["difference"]!["coldStarts"]!["value"]!);
        Assert.True((double)policies[1]!["difference"]!["memoryMiBHours"]!["value"]! <= 0);
    }

    [Fact]
    public async Task The_difference_is_told_to_people()
    {
        await CallAsync("told", 2);

        var said = CliAssert.Succeeded(await _node.RunAsync("whatif", "--policy", "none"));

        Assert.Matches(@"(?m)^fixed:window=10m \(acting\) ", said);
        Assert.Matches("(?m)^AGAINST THE ACTING POLICY +COLD STARTS ", said);
        Assert.Contains("The node itself recorded ", said);
    }

    [Fact]
    public async Task Settings_are_recommended_from_a_functions_own_calls()
    {
        await CallAsync("weighed", 8);

        var json = CliAssert.Json(await _node.RunAsync("optimize", "weighed", "--json"));

        Assert.Equal(("default/weighed", 8, 1), ((string?)json["function"], (int)json["calls"]!, (int)json["peakConcurrency"]!));
        Assert.True((int)json["recommended"]!["memoryLimitMiB"]! >= 1);
        Assert.NotEmpty(json["front"]!.AsArray());
        var said = CliAssert.Succeeded(await _node.RunAsync("optimize", "default/weighed"));
        Assert.Matches("(?m)^-> +", said);
        Assert.Contains("Recommended: keep-alive ", said);
    }

    [Fact]
    public async Task A_latency_that_no_setting_has_fails_and_says_so()
    {
        await CallAsync("slow", 2);

        var result = await _node.RunAsync("optimize", "slow", "--latency", "0.001us");

        Assert.Equal(CliAssert.Failed, result.ExitCode);
        Assert.Contains("No setting has the 95th percentile that was asked for", result.Output);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused()
    {
        await CallAsync("there", 1);

        CliAssert.Refused(CliAssert.Usage, "no keep-alive policy 'non'", await _node.RunAsync("whatif", "--policy", "non"));
        CliAssert.Refused(CliAssert.Usage, "forecast", await _node.RunAsync("whatif", "--policy", "forecast"));
        CliAssert.Refused(CliAssert.Usage, "There is no price sheet 'aws'", await _node.RunAsync("whatif", "--policy", "none", "--prices", "aws"));
        CliAssert.Refused(CliAssert.Usage, "--replications must be at least 1", await _node.RunAsync("whatif", "--policy", "none", "--replications", "0"));
        CliAssert.Refused(CliAssert.Failed, "There is no function", await _node.RunAsync("optimize", "nobody"));
        CliAssert.Refused(CliAssert.Usage, "'Bad_Name' is no function name", await _node.RunAsync("optimize", "Bad_Name"));
        CliAssert.Refused(CliAssert.Failed, "No node answers at", await Cli.RunAsync("whatif", "--policy", "none", "--node", "http://127.0.0.1:1"));
    }

    [Fact]
    public async Task A_node_that_was_never_called_says_so()
    {
        using var folder = new EvalFaaS.Engines.Tests.TemporaryFolder();
        await using var quiet = await NodeProcess.StartAsync(folder.Path);

        CliAssert.Refused(CliAssert.Failed, "The node has recorded no call in the last 3600 s", await quiet.RunAsync("whatif", "--policy", "none"));
    }

    private async Task CallAsync(string name, int times)
    {
        CliAssert.Succeeded(await _node.RunAsync("function", "deploy", name, GuestFile.Prebuilt("hello")));
        using var client = new HttpClient { BaseAddress = new Uri(_node.Address) };
        for (var i = 0; i < times; i++) await client.GetStringAsync($"/fn/{name}", TestContext.Current.CancellationToken);
    }
}
