using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

public sealed class LedgerTests
{
    [Fact]
    public async Task A_cold_call_says_how_long_each_step_took_and_the_steps_add_up()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        await bench.Runtime.ForceAsync(function, StartState.ArtefactAbsent, TestContext.Current.CancellationToken);
        bench.Engine.Compiling = Taking(bench, 30);
        bench.Engine.Loading = Taking(bench, 5);
        bench.Engine.Guest = (_, _) =>
        {
            bench.Time.Advance(TimeSpan.FromMilliseconds(2));
            return new(Outcome.Ok);
        };

        var ledger = (await bench.CallAsync(function)).Ledger;

        Assert.Equal((30_000_000, 5_000_000, 2_000_000), (ledger.DurationNs(Phase.Compile), ledger.DurationNs(Phase.Load), ledger.DurationNs(Phase.Execute)));
        Assert.Equal(37_000_000, ledger.TotalNs);
        Assert.Equal(ledger.TotalNs, ledger.Spans.ToArray().Where(s => s.Phase != Phase.Cleanup).Sum(s => s.EndNs - s.StartNs));
    }

    [Fact]
    public async Task Who_joins_a_load_records_only_what_it_waited()
    {
        var compile = new TaskCompletionSource();
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync();
        await bench.Runtime.ForceAsync(function, StartState.ArtefactAbsent, TestContext.Current.CancellationToken);
        bench.Engine.Compiling = () => compile.Task;
        var first = bench.Begin(function);
        bench.Time.Advance(TimeSpan.FromMilliseconds(20));
        var second = bench.Begin(function);
        bench.Time.Advance(TimeSpan.FromMilliseconds(10));
        compile.SetResult();
        await Task.WhenAll(first.Outcome, second.Outcome);

        Assert.Equal((30_000_000, 10_000_000), (first.Ledger.DurationNs(Phase.Compile), second.Ledger.DurationNs(Phase.Compile)));
        first.Complete();
        second.Complete();
    }

    [Fact]
    public async Task Waiting_for_admission_is_queue()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var function = await bench.DeployAsync(with: r => r with { Concurrency = 1 });
        var end = new TaskCompletionSource<Outcome>();
        bench.Engine.Guest = (_, _) => new(end.Task);
        var running = bench.Begin(function);
        var waiting = bench.Begin(function);
        Assert.Equal((1, 1), (function.Running, function.Waiting));
        bench.Time.Advance(TimeSpan.FromMilliseconds(7));
        end.SetResult(Outcome.Ok);
        await running.Outcome;
        running.Complete();
        await waiting.Outcome;
        waiting.Complete();

        Assert.Equal(7_000_000, waiting.Ledger.DurationNs(Phase.Queue));
    }

    private static Func<Task> Taking(RuntimeBench bench, int milliseconds) => () =>
    {
        bench.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        return Task.CompletedTask;
    };
}
