using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

public sealed class RecordingTests
{
    [Fact]
    public async Task The_last_invocations_are_kept_newest_first()
    {
        await using var bench = await RuntimeBench.StartAsync(o => o with { RecentInvocations = 3 });
        var (one, two) = (await bench.DeployAsync("one"), await bench.DeployAsync("two"));
        for (var i = 0; i < 5; i++) await bench.CallAsync(i % 2 == 0 ? one : two, c => c.Id = $"call {i}");

        Assert.Equal(["call 4", "call 3", "call 2"], bench.Runtime.Recent.Last(10).Select(r => r.InvocationId));
        Assert.Equal(["call 4", "call 2"], bench.Runtime.Recent.Last(10, FunctionName.Parse("one")).Select(r => r.InvocationId));
        Assert.Equal("default/two@1", bench.Runtime.Recent.Find("call 3")?.Revision.ToString());
        Assert.Null(bench.Runtime.Recent.Find("call 0"));
    }

    [Fact]
    public async Task A_record_holds_the_trace_the_attempt_and_the_fault()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        bench.Engine.Guest = (_, _) => new(new InvocationFault(FaultKind.Trap, "guest", "unreachable"));
        var call = bench.Begin(function);
        call.Invocation.TraceParent = "00-1-2-01";
        await call.Outcome;
        call.Complete();

        var record = Assert.Single(bench.Runtime.Recent.Last(10));

        Assert.Equal(("00-1-2-01", FaultKind.Trap, "fake"), (record.TraceParent, record.Fault, record.Engine));
        Assert.All(record.Spans, s => Assert.Equal(1, s.Attempt));
        Assert.Contains(record.Spans, s => s.Phase == Phase.Cleanup);
    }

    [Fact]
    public async Task Phases_are_counted_by_start_state()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        bench.Engine.Guest = (_, _) =>
        {
            bench.Time.Advance(TimeSpan.FromTicks(30)); // 3 us
            return new(Outcome.Ok);
        };
        await bench.CallAsync(function);
        await bench.CallAsync(function);

        var execute = bench.Runtime.Phases.Read(Phase.Execute, StartState.FreshInstance);
        Assert.Equal((2, 6e-6), (execute.Count, execute.SumSeconds));
        Assert.Equal(2, execute.Buckets[PhaseHistograms.UpperBounds.ToList().FindIndex(b => b >= 3e-6)]);
        Assert.Equal(2, bench.Runtime.Phases.Read(null, StartState.FreshInstance).Count);
        Assert.Equal(0, bench.Runtime.Phases.Read(Phase.Execute, StartState.ReusedInstance).Count);
    }

    [Fact]
    public async Task A_million_functions_are_not_a_million_series()
    {
        await using var bench = await RuntimeBench.StartAsync(o => o with { MeteredFunctions = 2 });
        foreach (var name in new[] { "c", "b", "a", "d" }) await bench.CallAsync(await bench.DeployAsync(name));
        await bench.CallAsync(bench.Find("b"));

        Assert.Equal(
            [new FunctionCount("default/b", 2, 0), new FunctionCount("default/c", 1, 0), new FunctionCount(FunctionCount.Other, 2, 0)],
            bench.Runtime.FunctionCounts());
    }
}
