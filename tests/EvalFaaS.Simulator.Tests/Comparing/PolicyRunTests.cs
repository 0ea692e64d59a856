using EvalFaaS.Policies;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Comparing;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Tests.OneFunction;
using EvalFaaS.Simulator.Traces;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Tests.Comparing;

public sealed class PolicyRunTests
{
    private static readonly SimulatedFunction[] Functions =
    [
        new(new FunctionModel { MemoryMiB = 100 }, new RecordedWorkload([0, 30, 90], [1, 1, 1])),
        new(new FunctionModel { MemoryMiB = 300 }, new RecordedWorkload([10], [2])),
    ];

    [Fact]
    public void Functions_are_added_up_each_with_its_own_memory()
    {
        var total = PolicyRun.Run(Functions, (_, _) => Runs.Fixed(50), new RunPlan { Seconds = 100 }).Total;
        Assert.Equal((4, 3), (total.Arrivals, total.Cold));
        // The first is idle from 1 to 30, 31 to 81 and 91 to 100, the second from 12 to 62.
        Assert.Equal(100 * (29 + 50 + 9) + 300 * 50, total.IdleMiBSeconds, 6);
        Assert.Equal(100, total.Seconds);
    }

    [Fact]
    public void The_oracle_keeps_only_for_calls_that_come()
    {
        var oracle = PolicySpec.Parse("oracle", PolicyKind.KeepAlive);
        var total = PolicyRun.Run(Functions, (number, s) => oracle.Make<IKeepAlivePolicy>(new PolicySurroundings { Future = new NextArrivals(Functions[number], number, s, 100) }), new RunPlan { Seconds = 100 }).Total;
        Assert.Equal(2, total.Cold);
        Assert.Equal(100 * (29 + 59), total.IdleMiBSeconds, 6);
    }

    [Fact]
    public void What_the_oracle_keeps_is_there_until_the_call_has_come()
    {
        var function = new SimulatedFunction(new FunctionModel { Service = new ConstantLaw(0.7) }, new RecordedWorkload([.. Enumerable.Range(0, 500).Select(i => i * 3.3)]));
        var oracle = PolicySpec.Parse("oracle", PolicyKind.KeepAlive);
        var total = PolicyRun.Run([function], (number, s) => oracle.Make<IKeepAlivePolicy>(new PolicySurroundings { Future = new NextArrivals(function, number, s, 2000) }), new RunPlan { Seconds = 2000 }).Total;
        Assert.Equal(1, total.Cold);
    }

    [Fact]
    public void A_policy_that_bounds_the_memory_of_all_needs_nodes()
    {
        var bounded = PolicySpec.Parse("lru:memory=100MiB", PolicyKind.KeepAlive);
        var refusal = Assert.ThrowsAny<Exception>(() => PolicyRun.Run(Functions, (_, _) => bounded.Make<IKeepAlivePolicy>(), new RunPlan { Seconds = 100, Workers = 1 }));
        Assert.Contains("--nodes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_trace_is_simulated_call_by_call()
    {
        if (Tests.Traces.Find("azure2019-250-8h") is not { } folder)
        {
            Assert.Skip("The trace azure2019-250-8h is neither in $EVALFAAS_TRACES nor in ../shared/traces.");
            return;
        }

        var trace = TraceFolder.Read(folder);
        var rare = trace with { Functions = [.. trace.Functions.Where(f => f.Counts.Total < 10_000)] };
        var functions = TraceFunctions.Of(rare, ColdStart.Of(new ConstantLaw(0.25)), Placement.Poisson);
        Tally Run(double window) => PolicyRun.Run(functions, (_, _) => Runs.Fixed(window), new RunPlan { Seconds = 60.0 * trace.Minutes }).Total;
        var (hour, minutes) = (Run(3600), Run(600));
        Assert.Equal(rare.Functions.Sum(f => f.Counts.Total), minutes.Arrivals);
        Assert.Equal((0, 0), (hour.Lost, minutes.Lost));
        Assert.True(hour.Cold < minutes.Cold && hour.IdleMiBSeconds > minutes.IdleMiBSeconds);
    }
}
