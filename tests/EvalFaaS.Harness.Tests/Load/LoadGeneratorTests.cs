using System.Net;
using EvalFaaS.Harness.Load;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class LoadGeneratorTests
{
    private static readonly byte[] Request = HttpRequestBytes.Build("POST", "/", [], "ping"u8);
    private readonly MonotonicClock _clock = new(TimeProvider.System);

    [Fact]
    public async Task Every_request_of_an_open_loop_is_counted_once_at_its_intended_time()
    {
        await using var server = await TestServer.StartAsync(EchoAsync);
        var result = await RunAsync(Plan(server.Address) with { Arrivals = Even(1_000), MaximumRequests = 200 });
        Assert.Equal(200, result.Samples.Count);
        for (var i = 0; i < 200; i++)
        {
            var sample = result.Samples[i];
            Assert.Equal(LoadOutcome.Ok, sample.Outcome);
            Assert.Equal(i * 1_000_000L, sample.IntendedNs - result.BeginNs);
            Assert.True(sample.IntendedNs <= sample.IssuedNs && sample.IssuedNs <= sample.FirstByteNs && sample.FirstByteNs <= sample.LastByteNs);
        }
    }

    [Fact]
    public async Task Starts_that_name_their_request_ask_just_that()
    {
        await using var server = await TestServer.StartAsync(EchoAsync);
        var plan = Plan(server.Address);
        var result = await RunAsync(plan with { Requests = [plan.Requests[0], plan.Requests[0], plan.Requests[0]], Arrivals = new ListedArrivals([0, 1_000, 2_000, 2_000, 3_000], [2, 0, 1, 1, 2]) });

        Assert.Equal([2, 0, 1, 1, 2], Enumerable.Range(0, result.Samples.Count).Select(i => (int)result.Samples[i].Request));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 5)]
    public async Task A_load_that_stands_back_runs_only_while_others_leave_its_core_alone(bool standsBack, int policy)
    {
        await using var server = await TestServer.StartAsync(EchoAsync);
        var seen = new PolicySink();

        await RunAsync(Plan(server.Address) with { MaximumRequests = 3, StandsBack = standsBack, Sink = seen });

        // SCHED_OTHER and SCHED_IDLE of sched(7), as the kernel has it for the generator's own thread.
        Assert.Equal(policy, seen.Policy);
    }

    private sealed class PolicySink : ISampleSink
    {
        public int? Policy { get; private set; }

        public void Take(in LoadSample sample)
        {
            var stat = File.ReadAllText("/proc/thread-self/stat");
            // The 41st field of proc(5), counted from behind the name.
            Policy = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[38]);
        }
    }

    [Fact]
    public async Task Bytes_are_those_of_heads_and_bodies_on_the_sockets()
    {
        await using var server = await TestServer.StartAsync(EchoAsync);
        var plan = Plan(server.Address) with { Connections = 2, MaximumRequests = 50 };

        var result = await RunAsync(plan);

        Assert.Equal(50 * plan.Requests[0].Bytes.Length, result.SentBytes);
        Assert.InRange(result.ReceivedBytes, 50 * "HTTP/1.1 200 OK\r\n\r\n".Length, 50 * 4096);
    }

    [Fact]
    public async Task A_closed_loop_has_no_more_requests_under_way_than_connections()
    {
        int under = 0, most = 0;
        await using var server = await TestServer.StartAsync(async context =>
        {
            var now = Interlocked.Increment(ref under);
            InterlockedMax(ref most, now);
            await EchoAsync(context);
            Interlocked.Decrement(ref under);
        });
        var result = await RunAsync(Plan(server.Address) with { Connections = 3, MaximumRequests = 500 });
        Assert.Equal(500, result.Samples.Count);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task A_request_that_waits_for_a_stalled_server_counts_its_wait()
    {
        var stall = new TaskCompletionSource();
        var seen = 0;
        await using var server = await TestServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref seen) == 1) await stall.Task;
            await EchoAsync(context);
        });
        var load = RunAsync(Plan(server.Address) with { Connections = 1, Arrivals = Even(100), MaximumRequests = 10 });
        // Ten starts lie within 90 ms; the stall ends when the clock is past the last of them.
        while (_clock.NowNs < 200_000_000) await Task.Yield();
        stall.SetResult();
        var result = await load;
        Assert.Equal(10, result.Samples.Count);
        Assert.False(result.Samples[0].WaitedForConnection);
        for (var i = 1; i < 10; i++)
        {
            Assert.True(result.Samples[i].WaitedForConnection);
            Assert.Equal(0, result.Samples[i].ScheduleErrorNs);
            Assert.True(result.Samples[i].LastByteNs - result.Samples[i].IntendedNs > result.Samples[i].LastByteNs - result.Samples[i].IssuedNs);
        }
    }

    [Fact]
    public async Task Wrong_answers_and_bad_statuses_are_failures_by_name()
    {
        var number = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            var n = Interlocked.Increment(ref number);
            context.Response.StatusCode = n % 3 == 0 ? 503 : 200;
            return context.Response.WriteAsync(n % 3 == 1 ? "ping" : "pong");
        });
        var result = await RunAsync(Plan(server.Address) with { Connections = 1, MaximumRequests = 9 });
        var outcomes = Enumerable.Range(0, 9).Select(i => result.Samples[i].Outcome).CountBy(o => o).ToDictionary();
        Assert.Equal(3, outcomes[LoadOutcome.Ok]);
        Assert.Equal(3, outcomes[LoadOutcome.WrongAnswer]);
        Assert.Equal(3, outcomes[LoadOutcome.BadStatus]);
    }

    [Fact]
    public async Task A_server_that_hangs_up_costs_one_failure_and_a_new_connection()
    {
        var number = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref number) != 5) return EchoAsync(context);
            context.Abort();
            return Task.CompletedTask;
        });
        var result = await RunAsync(Plan(server.Address) with { Connections = 1, MaximumRequests = 10 });
        Assert.Equal(LoadOutcome.ConnectionLost, result.Samples[4].Outcome);
        Assert.Equal(9, Enumerable.Range(0, 10).Count(i => result.Samples[i].Outcome == LoadOutcome.Ok));
        Assert.Equal(1, result.Reconnects);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_a_timeout()
    {
        var never = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(_ => never.Task);
        var result = await RunAsync(Plan(server.Address) with { Connections = 1, MaximumRequests = 1, Timeout = TimeSpan.FromMilliseconds(100) });
        never.SetResult();
        Assert.Equal(LoadOutcome.Timeout, result.Samples[0].Outcome);
    }

    [Fact]
    public async Task A_target_that_is_gone_ends_the_load_early()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = await TestServer.StartAsync(context =>
        {
            asked.TrySetResult();
            return EchoAsync(context);
        });
        var load = RunAsync(Plan(server.Address) with { Connections = 2, Duration = TimeSpan.FromSeconds(30) });
        await asked.Task;
        await server.DisposeAsync();
        var result = await load;
        Assert.Contains(Enumerable.Range(0, result.Samples.Count), i => result.Samples[i].Outcome == LoadOutcome.ConnectionLost);
    }

    private static Task EchoAsync(HttpContext context) => context.Request.Body.CopyToAsync(context.Response.Body);

    private static RateArrivals Even(double perSecond) => RateArrivals.Even(new PiecewiseRate([new RateSegment(1, perSecond, perSecond)], repeats: false));

    private static LoadPlan Plan(IPEndPoint address) => new()
    {
        Requests = [new LoadRequest { Address = address, Bytes = Request, ExpectedBody = "ping"u8.ToArray() }],
        Duration = TimeSpan.FromMinutes(1),
    };

    private Task<LoadResult> RunAsync(LoadPlan plan) => LoadGenerator.RunAsync(plan, _clock, TestContext.Current.CancellationToken);

    private static void InterlockedMax(ref int place, int value)
    {
        for (var old = Volatile.Read(ref place); old < value && Interlocked.CompareExchange(ref place, value, old) is var seen && seen != old; old = seen)
        {
        }
    }
}
