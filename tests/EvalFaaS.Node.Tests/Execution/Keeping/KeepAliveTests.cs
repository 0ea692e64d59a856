using EvalFaaS.Model;
using EvalFaaS.Policies;
using EvalFaaS.Predictor.Live;

namespace EvalFaaS.Execution.Tests;

public sealed class KeepAliveTests
{
    [Fact]
    public async Task Nothing_is_kept_where_the_policy_keeps_nothing()
    {
        await using var bench = await StartAsync("none");
        var function = await bench.DeployAsync();
        await bench.CallAsync(function);

        Pass(bench, 1);

        Assert.False(function.IsLoaded);
    }

    [Fact]
    public async Task Code_stays_while_its_function_runs_however_long()
    {
        await using var bench = await StartAsync("fixed:window=5s");
        var function = await bench.DeployAsync();
        var end = new TaskCompletionSource<Engines.Outcome>();
        bench.Engine.Guest = (_, _) => new(end.Task);
        var call = bench.Begin(function);
        Pass(bench, 9);
        Assert.True(function.IsLoaded);

        end.SetResult(Engines.Outcome.Ok);
        await call.Outcome;
        call.Complete();
        Pass(bench, 4);
        Assert.True(function.IsLoaded);
        Pass(bench, 2);

        Assert.False(function.IsLoaded);
    }

    [Fact]
    public async Task A_call_within_its_window_begins_a_new_one()
    {
        await using var bench = await StartAsync("fixed:window=10s");
        var function = await bench.DeployAsync();
        for (var i = 0; i < 5; i++)
        {
            Pass(bench, 8);
            Assert.Equal(StartState.FreshInstance, (await bench.CallAsync(function)).Ledger.StartState);
        }
    }

    [Fact]
    public async Task Code_that_two_functions_share_stays_while_one_of_them_keeps_it()
    {
        await using var bench = await StartAsync("fixed:window=10s");
        var one = await bench.DeployAsync("one");
        var two = await bench.DeployAsync("two");
        Pass(bench, 8);
        await bench.CallAsync(two);

        Pass(bench, 8);
        Assert.True(one.IsLoaded && two.IsLoaded);
        Pass(bench, 4);

        Assert.False(one.IsLoaded || two.IsLoaded);
    }

    [Fact]
    public async Task A_regular_caller_finds_its_function_loaded_again_just_before_it_calls()
    {
        await using var bench = await StartAsync("hybrid-histogram:observations=3");
        var function = await bench.DeployAsync();
        await CallEveryAsync(bench, function, seconds: 1800, times: 6);

        Pass(bench, 1200);
        Assert.False(function.IsLoaded);
        Pass(bench, 600);

        // It is loaded on a thread of its own.
        while (!function.IsLoaded) await Task.Yield();
        Assert.Equal(StartState.FreshInstance, (await bench.CallAsync(function)).Ledger.StartState);
        Assert.Contains(bench.Runtime.KeepAlive.Decisions(100), d => d.Decision.Reason == KeepReason.Histogram && d.Decision.HasPreWarm);
    }

    [Fact]
    public async Task By_the_predictor_a_regular_caller_finds_its_function_loaded_and_between_its_calls_it_is_not()
    {
        var forecast = new PredictorForecast(null, []);
        await using var bench = await RuntimeBench.StartAsync(o => o with { KeepAlive = PolicySpec.Parse("forecast", PolicyKind.KeepAlive), Forecast = forecast });
        var function = await bench.DeployAsync();
        await CallEveryAsync(bench, function, seconds: 300, times: 24);

        Pass(bench, 150);
        Assert.False(function.IsLoaded);
        Pass(bench, 150);

        while (!function.IsLoaded) await Task.Yield();
        Assert.Equal(StartState.FreshInstance, (await bench.CallAsync(function)).Ledger.StartState);
        Assert.Contains(bench.Runtime.KeepAlive.Decisions(1000), d => d.Decision.Reason == KeepReason.CallExpected);
    }

    [Fact]
    public async Task A_call_that_comes_before_the_forecast_said_tells_that_it_missed()
    {
        await using var bench = await StartAsync("hybrid-histogram:observations=3");
        var function = await bench.DeployAsync();
        await CallEveryAsync(bench, function, seconds: 1800, times: 6);
        Pass(bench, 120);
        Assert.False(function.IsLoaded);

        var call = await bench.CallAsync(function);

        Assert.Equal((StartState.ArtefactOnDisk, ColdCause.ForecastMissed), (call.Ledger.StartState, call.Ledger.Cause));
    }

    [Theory]
    [InlineData("lru:memory=0.01MiB")]
    [InlineData("greedy-dual:memory=0.01MiB")]
    public async Task Under_a_memory_bound_the_ones_used_longest_ago_go_first(string policy)
    {
        await using var bench = await StartAsync(policy);
        var functions = new List<DeployedFunction>();
        for (var i = 0; i < 4; i++)
        {
            functions.Add(await bench.DeployAsync($"f{i}", salt: i));
            await bench.CallAsync(functions[i]);
            Pass(bench, 1);
        }

        // Each counts 4 KiB at least, so two fit.
        Assert.Equal([false, false, true, true], functions.Select(f => f.IsLoaded));
        Assert.Equal(ColdCause.Evicted, (await bench.CallAsync(functions[0])).Ledger.Cause);
    }

    [Fact]
    public async Task Each_instance_that_is_kept_has_its_own_time()
    {
        await using var bench = await StartAsync("fixed:window=10s");
        var function = await bench.DeployAsync(with: r => r with { MaxInvocations = 0 });
        var end = new TaskCompletionSource<Engines.Outcome>();
        bench.Engine.Guest = (_, _) => new(end.Task);
        var calls = new[] { bench.Begin(function), bench.Begin(function) };
        end.SetResult(Engines.Outcome.Ok);
        foreach (var call in calls)
        {
            await call.Outcome;
            call.Complete();
        }

        Pass(bench, 6);
        await bench.CallAsync(function);
        Assert.Equal(2, function.IdleInstances);
        Pass(bench, 6);
        Assert.Equal(1, function.IdleInstances);
        Pass(bench, 6);

        Assert.Equal(0, function.IdleInstances);
    }

    [Fact]
    public async Task A_shadow_decides_and_nothing_comes_of_it()
    {
        await using var bench = await StartAsync("fixed:window=10s", "none", "fixed:window=1h");
        var function = await bench.DeployAsync();
        for (var i = 0; i < 4; i++)
        {
            Pass(bench, 8);
            Assert.Equal(StartState.FreshInstance, (await bench.CallAsync(function)).Ledger.StartState);
        }

        Pass(bench, 60);
        await bench.CallAsync(function);

        var (fresh, hour) = (bench.Runtime.KeepAlive.Regret()[0], bench.Runtime.KeepAlive.Regret()[1]);
        Assert.Equal((5, 1), (fresh.Acting.Calls, fresh.Acting.ColdStarts));
        Assert.Equal((5, 5, 0), (fresh.Shadow.Calls, fresh.Shadow.ColdStarts, fresh.Shadow.WastedMiBSeconds));
        Assert.Equal((5, 0), (hour.Shadow.Calls, hour.Shadow.ColdStarts));
        Assert.True(hour.Shadow.WastedMiBSeconds > hour.Acting.WastedMiBSeconds);
        Assert.True(hour.Oracle.Cost <= Math.Min(hour.Acting.Cost, hour.Shadow.Cost));
    }

    [Fact]
    public async Task What_was_called_is_recorded_to_be_played_again()
    {
        await using var bench = await StartAsync("fixed:window=10s");
        var function = await bench.DeployAsync();
        await bench.CallAsync(function);
        Pass(bench, 30);
        await bench.CallAsync(function);

        var arrivals = bench.Runtime.KeepAlive.Arrivals(TimeSpan.FromHours(1));

        Assert.Equal(["default/hello", "default/hello"], arrivals.Select(a => a.Function));
        Assert.Equal([StartState.FreshInstance, StartState.ArtefactOnDisk], arrivals.Select(a => a.StartState));
        Assert.Equal(30, arrivals[1].AtSeconds - arrivals[0].AtSeconds, 6);
        Assert.Single(bench.Runtime.KeepAlive.Arrivals(TimeSpan.FromSeconds(10)));
    }

    private static Task<RuntimeBench> StartAsync(string policy, params string[] shadows) => RuntimeBench.StartAsync(o => o with
    {
        KeepAlive = PolicySpec.Parse(policy, PolicyKind.KeepAlive),
        Shadows = [.. shadows.Select(s => PolicySpec.Parse(s, PolicyKind.KeepAlive))],
    });

    private static async Task CallEveryAsync(RuntimeBench bench, DeployedFunction function, int seconds, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Pass(bench, seconds);
            await bench.CallAsync(function);
        }
    }

    // The keeper's timer is the fake clock's, so each second that passes is swept.
    private static void Pass(RuntimeBench bench, int seconds)
    {
        for (var i = 0; i < seconds; i++) bench.Time.Advance(TimeSpan.FromSeconds(1));
    }
}
