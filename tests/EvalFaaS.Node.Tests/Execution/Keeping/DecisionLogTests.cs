using EvalFaaS.Model;
using EvalFaaS.Policies;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Running;

namespace EvalFaaS.Execution.Tests;

/// <summary>The same calls go through the node and through the simulator under the same policy: what is decided, when and why must be the same.</summary>
public sealed class DecisionLogTests
{
    private const double Precision = 1e-5;

    [Theory]
    [InlineData("none")]
    [InlineData("fixed:window=10m")]
    [InlineData("hybrid-histogram:observations=5")]
    [InlineData("lru:memory=0.01MiB")]
    [InlineData("greedy-dual:memory=0.01MiB")]
    [InlineData("forecast:patience=10m")]
    public async Task The_node_and_the_simulator_decide_the_same(string policy)
    {
        var spec = PolicySpec.Parse(policy, PolicyKind.KeepAlive);
        var slice = RecordedSlice.Generate();

        var simulated = InOrder(Simulate(spec, slice));
        var node = InOrder(await PlayAsync(spec, slice));

        Assert.Equal(simulated.Decisions.Count, node.Decisions.Count);
        for (var i = 0; i < node.Decisions.Count; i++)
        {
            var (theirs, ours) = (simulated.Decisions[i], node.Decisions[i]);
            Assert.Equal((i, theirs.Function, theirs.Decision.Reason), (i, ours.Function, ours.Decision.Reason));
            Assert.Equal(theirs.At, ours.At, Precision);
            Assert.All(Figures(theirs.Decision).Zip(Figures(ours.Decision)), pair => Assert.Equal(pair.First, pair.Second, Precision * (1 + Math.Min(1e6, Math.Abs(pair.First)))));
        }

        Assert.Equal(simulated.ColdStarts, node.ColdStarts);
        Assert.InRange(node.ColdStarts, RecordedSlice.Functions, slice.Calls.Count);
    }

    // Several functions are asked at the end of a minute; which of them first says nothing.
    private static Log InOrder(Log log) => log with { Decisions = [.. log.Decisions.OrderBy(d => Math.Round(d.At, 3)).ThenBy(d => d.Function)] };

    private static double[] Figures(KeepDecision d) =>
        [d.UnloadAfter, d.PreWarmAt, d.KeepUntil, d.ReviewAfter, .. d.Reason == KeepReason.UntilEvicted ? Array.Empty<double>() : [d.A, d.B]];

    private static Log Simulate(PolicySpec spec, RecordedSlice slice)
    {
        // What the node would say of a function whose code is smaller than a page, on a clock that stands still while it loads.
        var model = new FunctionModel
        {
            Concurrency = FunctionModel.Unlimited, MemoryMiB = 4_096.0 / (1 << 20), ColdStart = ColdStart.Of(new ConstantLaw(1e-6)),
        };
        var policy = new LoggedKeepAlive(spec.Make<IKeepAlivePolicy>(new PolicySurroundings { Forecast = new DailyRates(0) }));
        var cluster = new ClusterModel
        {
            Nodes = [new NodeModel("one", double.PositiveInfinity, double.PositiveInfinity)],
            Functions = [.. Enumerable.Range(0, RecordedSlice.Functions).Select(f => new SimulatedFunction(model, slice.Workload(f)))],
        };
        var result = ClusterSimulation.Run(cluster, _ => new ClusterPolicies(policy, new SpreadPlacement()), new RunPlan { Seconds = slice.End });
        return new Log(policy.Decisions, (int)result.Replications[0].Cold);
    }

    private static async Task<Log> PlayAsync(PolicySpec spec, RecordedSlice slice)
    {
        await using var bench = await RuntimeBench.StartAsync();
        for (var f = 0; f < RecordedSlice.Functions; f++) await bench.DeployAsync($"f{f}", salt: f);
        // A deployed function is loaded and idle; one that the node finds in its catalogue is neither, as in the simulator.
        var begin = bench.Time.NowNs() / 1e9;
        bench.Options = bench.Options with { KeepAlive = spec, Forecast = new DailyRates(begin), RecentDecisions = 1_000_000 };
        await bench.ReopenAsync();
        var player = new SlicePlayer(bench);
        foreach (var (at, call, ends) in slice.Moments())
        {
            await player.GoToAsync(at);
            if (ends) await player.EndAsync(call);
            else await player.BeginAsync(call);
        }

        await player.GoToAsync(slice.End);
        var decisions = bench.Runtime.KeepAlive.Decisions(int.MaxValue)
            .Select(d => (int.Parse(d.Function.Split('/', '@')[1][1..]), d.AtSeconds - begin, d.Decision));
        return new Log([.. decisions], player.ColdStarts);
    }

    private sealed record Log(IReadOnlyList<(int Function, double At, KeepDecision Decision)> Decisions, int ColdStarts);
}
