using EvalFaaS.Policies;

namespace EvalFaaS.Node.Tests;

public sealed class KeepAliveEndpointsTests
{
    [Fact]
    public async Task Says_what_acts_what_its_shadows_came_to_and_why_each_decision_was_made()
    {
        await using var bench = await NodeBench.StartAsync(o => o with { Runtime = o.Runtime with { Shadows = [PolicySpec.Parse("none", PolicyKind.KeepAlive)] } });
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        for (var i = 0; i < 3; i++) (await bench.Client.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation)).Dispose();
        await ClientBehaviourTests.WaitAsync(bench, "/api/v1/invocations", i => i.AsArray().Count == 3);

        var keepAlive = await bench.GetJsonAsync("/api/v1/keep-alive");
        var decisions = (await bench.GetJsonAsync("/api/v1/keep-alive/decisions?count=2")).AsArray();

        Assert.Equal("fixed:window=10m", (string?)keepAlive["policy"]);
        var shadow = Assert.Single(keepAlive["shadows"]!.AsArray())!;
        Assert.Equal(("none", 3, 3, 0), ((string?)shadow["policy"], (int)shadow["shadow"]!["calls"]!, (int)shadow["shadow"]!["coldStarts"]!, (int)shadow["acting"]!["coldStarts"]!));
        Assert.Equal(2, decisions.Count);
        Assert.All(decisions, d => Assert.Equal(("default/echo@1", 600.0), ((string?)d!["function"], (double)d["unloadAfterSeconds"]!)));
        Assert.All(decisions, d => Assert.Contains("600 s", (string?)d!["reason"]));
    }

    [Fact]
    public async Task Gives_what_was_called_to_be_played_again()
    {
        await using var bench = await NodeBench.StartAsync();
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        (await bench.Client.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation)).Dispose();
        await ClientBehaviourTests.WaitAsync(bench, "/api/v1/invocations", i => i.AsArray().Count == 1);

        var lines = (await bench.Client.GetStringAsync("/api/v1/keep-alive/arrivals.csv", NodeBench.Cancellation)).TrimEnd('\n').Split('\n');

        Assert.Equal("at_s,function,duration_s,start_state,cause", lines[0]);
        Assert.Matches(@"^0,default/echo,0\.\d+,fresh-instance,none$", Assert.Single(lines[1..]));
    }

    [Theory]
    [InlineData("hybrid", "There is no keep-alive policy 'hybrid'")]
    [InlineData("fixed:window=-1", "The option 'window' may be")]
    public void A_policy_that_there_is_not_is_told_with_what_there_is(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => new Configuration.PolicyType(PolicyKind.KeepAlive).Parse(text)).Message);

    [Fact]
    public async Task A_policy_that_needs_a_forecast_is_refused_without_one()
    {
        var refused = await Assert.ThrowsAsync<Model.FaultException>(() => NodeBench.StartAsync(o => o with { Runtime = o.Runtime with { KeepAlive = PolicySpec.Parse("forecast", PolicyKind.KeepAlive) } }));

        Assert.Contains("needs a forecast", refused.Fault.Message);
    }
}
