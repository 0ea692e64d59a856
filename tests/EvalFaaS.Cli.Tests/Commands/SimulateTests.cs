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

    [Fact]
    public async Task A_scenario_is_simulated_under_each_of_its_sets_of_policies()
    {
        var json = CliAssert.Json(await Cli.RunAsync("simulate", Checkout.PathTo("scenarios", "simulations", "bursts.yaml"), "--replications", "2", "--json"));
        var policies = json["policies"]!.AsArray();

        Assert.Equal(5, policies.Count);
        Assert.All(policies, p => Assert.Equal(0, (long?)p!["lost"]));
        Assert.All(policies, p => Assert.True((double?)p!["figures"]!["costPerMillion"]!["value"] > 0.2));
        Assert.True((double?)policies[0]!["figures"]!["overProvisioning"]!["value"] > (double?)policies[1]!["figures"]!["overProvisioning"]!["value"]);
        Assert.True((double?)policies[4]!["figures"]!["rejectedShare"]!["value"] >= (double?)policies[3]!["figures"]!["rejectedShare"]!["value"]);
    }

    [Fact]
    public async Task A_scenario_that_is_wrong_is_refused_with_line_and_column()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("evalfaas-simulate-").FullName, "wrong.yaml");
        await File.WriteAllTextAsync(file, "name: x\nduration: 1h\nfunctions: [{ name: f, arrivals: { poisson: 1 }, service: 1s, memry: 3MiB }]\n", TestContext.Current.CancellationToken);

        CliAssert.Refused(CliAssert.Failed, $"{file}:3:63: unknown key 'memry'. Did you mean 'memory'?", await Cli.RunAsync("simulate", file));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task A_scenario_says_it_all() =>
        CliAssert.Refused(CliAssert.Usage, "--policy goes without one", await Cli.RunAsync("simulate", "bursts", "--policy", "fixed"));

    [Fact]
    public async Task A_scenario_that_there_is_not_is_refused() =>
        CliAssert.Refused(CliAssert.Usage, "Did you mean 'bursts'?", await Cli.RunAsync("simulate", "burst"));

    [Fact]
    public async Task A_nodes_recording_is_simulated_as_it_is()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("evalfaas-simulate-").FullName, "arrivals.csv");
        await File.WriteAllTextAsync(file, "at_s,function,duration_s,start_state,cause\n0,a,0.1,fresh-instance,none\n1,b,0.1,fresh-instance,none\n5,a,0.1,reused-instance,none\n", TestContext.Current.CancellationToken);
        var json = CliAssert.Json(await Cli.RunAsync("simulate", "--trace", file, "--policy", "fixed", "--policy", "oracle", "--replications", "1", "--json"));

        Assert.Equal((2, 3), ((int)json["functions"]!, (int)json["policies"]![0]!["arrivals"]!));
        Assert.Equal([2, 2], json["policies"]!.AsArray().Select(p => (double?)p!["figures"]!["coldStarts"]!["value"]));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
