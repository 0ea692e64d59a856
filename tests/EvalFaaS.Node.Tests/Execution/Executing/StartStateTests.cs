using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

public sealed class StartStateTests
{
    [Fact]
    public async Task A_call_after_deployment_finds_the_code_mapped()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();

        var call = await bench.CallAsync(function);

        Assert.Equal((StartState.FreshInstance, ColdCause.None), (call.Ledger.StartState, call.Ledger.Cause));
        Assert.True((await call.Outcome).IsOk);
    }

    [Fact]
    public async Task A_call_after_a_restart_loads_compiled_code_from_disk()
    {
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync();
        await bench.ReopenAsync();

        var call = await bench.CallAsync(bench.Find("hello"));

        Assert.Equal((StartState.ArtefactOnDisk, ColdCause.FirstUse), (call.Ledger.StartState, call.Ledger.Cause));
        Assert.Equal((0, 1), (bench.Runtime.Counters.Compiles, bench.Runtime.Counters.Loads));
    }

    [Fact]
    public async Task A_call_without_compiled_code_compiles()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        Assert.Null(await bench.Runtime.ForceAsync(function, StartState.ArtefactAbsent, TestContext.Current.CancellationToken));

        var call = await bench.CallAsync(function);

        Assert.Equal((StartState.ArtefactAbsent, ColdCause.Evicted), (call.Ledger.StartState, call.Ledger.Cause));
        Assert.Equal(2, bench.Engine.Compiles);
    }

    [Fact]
    public async Task The_first_call_of_a_node_started_for_it_is_a_node_start()
    {
        await using var bench = await RuntimeBench.StartAsync(o => o with { StartedForCall = true });
        var function = await bench.DeployAsync();

        var first = await bench.CallAsync(function);
        var second = await bench.CallAsync(function);

        Assert.Equal((StartState.NodeStart, StartState.FreshInstance), (first.Ledger.StartState, second.Ledger.StartState));
    }

    [Fact]
    public async Task A_reused_instance_is_known_by_its_identity()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync(with: r => r with { MaxInvocations = 0 });

        var first = await bench.CallAsync(function);
        var second = await bench.CallAsync(function);

        Assert.Equal((StartState.FreshInstance, ColdCause.FirstUse), (first.Ledger.StartState, first.Ledger.Cause));
        Assert.Equal((StartState.ReusedInstance, ColdCause.None), (second.Ledger.StartState, second.Ledger.Cause));
        Assert.Equal(first.Ledger.InstanceId, second.Ledger.InstanceId);
    }

    [Fact]
    public async Task Pages_that_left_the_cache_are_told_from_pages_that_are_in_it()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        var hindrance = await bench.Runtime.ForceAsync(function, StartState.ArtefactColdPages, TestContext.Current.CancellationToken);
        Assert.SkipUnless(hindrance is null, $"Cold pages cannot be had here: {hindrance}");

        var call = await bench.CallAsync(function);

        Assert.Equal(StartState.ArtefactColdPages, call.Ledger.StartState);
    }

    [Fact]
    public async Task A_call_after_a_lost_worker_says_so()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        bench.Engine.Guest = (_, _) => new(new InvocationFault(FaultKind.WorkerLost, "worker", "It died.", true));
        await bench.CallAsync(function);
        bench.Engine.Guest = (_, _) => new(Engines.Outcome.Ok);

        var next = await bench.CallAsync(function);
        var later = await bench.CallAsync(function);

        Assert.Equal((ColdCause.NodeLost, ColdCause.None), (next.Ledger.Cause, later.Ledger.Cause));
        Assert.Equal(1, bench.Runtime.Counters.WorkersLost);
    }
}
