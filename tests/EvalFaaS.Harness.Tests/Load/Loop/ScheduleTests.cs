using EvalFaaS.Harness.Load;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Harness.Tests.Load;

/// <summary>Whose the lateness of a request is, and what a stall looks like from either loop.</summary>
public sealed class ScheduleTests
{
    private readonly MonotonicClock _clock = new(TimeProvider.System);

    /// <summary>The stall ends when twenty requests of the open loop were due: nearly all of them waited, and say so. The closed loop asked once meanwhile.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_open_loop_shows_a_stall_in_all_requests_it_kept_waiting_and_a_closed_one_hides_it_in_one(bool open)
    {
        var stall = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = 0;
        await using var server = await TestServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref seen) == 1) await stall.Task;
            await context.Response.WriteAsync("ok");
        });
        var load = RunAsync(Plan(server) with { Connections = 1, MaximumRequests = 20, Arrivals = open ? Even(100) : null });
        // The twentieth is due 190 ms after the begin.
        while (Volatile.Read(ref seen) == 0) await Task.Yield();
        for (var end = _clock.NowNs + 400_000_000; _clock.NowNs < end;) await Task.Yield();
        stall.SetResult();
        var result = await load;

        var slow = Enumerable.Range(0, 20).Count(i => result.Samples[i].LastByteNs - result.Samples[i].IntendedNs > 200_000_000);
        if (open) Assert.Equal(20, slow);
        else Assert.Equal(1, slow);
        if (open) Assert.Null(result.Schedule!.Value.WhyBehind);
    }

    [Fact]
    public async Task A_generator_that_was_held_up_says_that_it_fell_behind()
    {
        await using var server = await TestServer.StartAsync(context => context.Response.WriteAsync("ok"));
        var result = await RunAsync(Plan(server) with { Connections = 50, MaximumRequests = 50, Arrivals = new HeldUp(_clock) });
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(LoadOutcome.Ok, result.Samples[i].Outcome));
        Assert.Contains("fell behind", result.Schedule!.Value.WhyBehind);
    }

    [Fact]
    public async Task A_load_that_is_ended_says_which_requests_it_cut()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var never = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(_ =>
        {
            stop.Cancel();
            return never.Task;
        });
        var result = await LoadGenerator.RunAsync(Plan(server) with { Connections = 1 }, _clock, stop.Token);
        never.SetResult();
        Assert.Equal(LoadOutcome.Cut, result.Samples[0].Outcome);
    }

    [Fact]
    public async Task A_list_of_times_is_asked_once_each_and_the_load_is_over_before_its_duration()
    {
        await using var server = await TestServer.StartAsync(context => context.Response.WriteAsync("ok"));
        var result = await RunAsync(Plan(server) with { Arrivals = new ListedArrivals([0, 1_000_000, 1_000_000, 30_000_000]) });
        Assert.Equal([0L, 1_000_000, 1_000_000, 30_000_000], Enumerable.Range(0, result.Samples.Count).Select(i => result.Samples[i].IntendedNs - result.BeginNs).Order());
    }

    /// <summary>Starts a ms apart, each of which the generator's thread spends 5 ms to find out.</summary>
    private sealed class HeldUp(MonotonicClock clock) : IArrivals
    {
        private long _next;

        public long NextNs()
        {
            for (var until = clock.NowNs + 5_000_000; clock.NowNs < until;) Thread.SpinWait(10);
            return _next += 1_000_000;
        }
    }

    private static RateArrivals Even(double perSecond) => RateArrivals.Even(new PiecewiseRate([new RateSegment(1, perSecond, perSecond)], repeats: false));

    private static LoadPlan Plan(TestServer server) => new()
    {
        Requests = [new LoadRequest { Address = server.Address, Bytes = HttpRequestBytes.Build("GET", "/", [], []), ExpectedBody = "ok"u8.ToArray() }],
        Duration = TimeSpan.FromMinutes(1),
    };

    private Task<LoadResult> RunAsync(LoadPlan plan) => LoadGenerator.RunAsync(plan, _clock, TestContext.Current.CancellationToken);
}
