using EvalFaaS.Engines;

namespace EvalFaaS.Execution.Tests;

public sealed class HotPathTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task An_invocation_that_waits_for_nothing_allocates_nothing(int maxInvocations)
    {
        await using var bench = await RuntimeBench.StartAsync();
        bench.Engine.Guest = static (_, _) => new(Outcome.Ok);
        var function = await bench.DeployAsync(with: r => r with { MaxInvocations = maxInvocations });
        using var invocation = bench.Runtime.NewInvocation();
        var context = new FakeContext(function, bench.Time);
        Loop(bench, function, invocation, context, 10);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var served = Loop(bench, function, invocation, context, 1_000);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((1_000, 0L), (served, allocated));
    }

    private static int Loop(RuntimeBench bench, DeployedFunction function, Invocation invocation, FakeContext context, int count)
    {
        var served = 0;
        for (var i = 0; i < count; i++)
        {
            context.Ledger.Start();
            invocation.Begin(function, context);
            var call = bench.Runtime.InvokeAsync(invocation);
            if (call.IsCompletedSuccessfully && call.Result.IsOk) served++;
            bench.Runtime.Complete(invocation);
        }

        return served;
    }
}
