namespace EvalFaaS.Cli.Tests;

public sealed class SimulateTests
{
    [Fact]
    public async Task Policies_are_compared_over_the_same_invocations()
    {
        var json = CliAssert.Json(await Cli.RunAsync("simulate", "--invocations", "20000", "--policy", "fixed:window=10s", "--policy", "none", "--replications", "2", "--json"));
        var policies = json["policies"]!.AsArray();

        Assert.Equal(["fixed:window=10s", "none"], policies.Select(p => (string?)p!["policy"]));
        Assert.Equal((long?)policies[0]!["arrivals"], (long?)policies[1]!["arrivals"]);
        Assert.Equal(1, (double?)policies[1]!["figures"]!["coldProbability"]!["value"]);
        Assert.InRange((double)policies[0]!["figures"]!["coldProbability"]!["value"]!, 0.001, 0.5);
    }

    [Fact]
    public async Task Functions_may_share_nodes()
    {
        var json = CliAssert.Json(await Cli.RunAsync("simulate", "--invocations", "5000", "--policy", "lru", "--nodes", "2", "--memory", "1GiB", "--replications", "2", "--json"));

        Assert.Equal(0, (long?)json["policies"]![0]!["lost"]);
    }

    [Fact]
    public async Task The_speed_is_told_for_machines()
    {
        var json = CliAssert.Json(await Cli.RunAsync("simulate", "bench", "--invocations", "10000", "--json"));

        Assert.True((double?)json["invocations_per_second"] > 0 && (double?)json["invocations_per_second_all_cores"] > 0);
    }

    [Fact]
    public async Task A_policy_that_there_is_not_is_refused() =>
        CliAssert.Refused(CliAssert.Usage, "no keep-alive policy 'fixd'", await Cli.RunAsync("simulate", "--policy", "fixd"));

    [Fact]
    public async Task A_trace_that_is_not_there_is_refused() =>
        CliAssert.Refused(CliAssert.Failed, "there is no such folder", await Cli.RunAsync("simulate", "--trace", "/nowhere"));
}
