using System.Net;
using System.Net.Sockets;
using EvalFaaS.Harness.Load;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EvalFaaS.Harness.Tests.Load;

/// <summary>Slow clients against real servers: each test ends when it has seen what it waits for.</summary>
public sealed class SlowClientsTests
{
    private static readonly byte[] Large = new byte[64 << 20];
    private readonly MonotonicClock _clock = new(TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_comes_piece_by_piece()
    {
        var first = new TaskCompletionSource<int>();
        await using var server = await TestServer.StartAsync(async context => first.TrySetResult(await context.Request.Body.ReadAsync(new byte[100_000])));

        var (read, side) = await BesideAsync(Slow(Post(server.Address, 100_000), 1_000), () => first.Task);

        Assert.InRange(read, 1, 99_999);
        Assert.Equal(1, side.Connections);
    }

    [Fact]
    public async Task One_that_is_answered_at_last_is_served_and_begins_anew()
    {
        var served = new Gate(3);
        await using var server = await TestServer.StartAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(context.Response.Body);
            served.Pass();
        });

        var (_, side) = await BesideAsync(Slow(Post(server.Address, 3_000), 20_000), served.PassedAsync);

        // The last answer may not have arrived when the server had sent it.
        Assert.InRange(side.CountOf(LoadOutcome.Ok), 2, 3);
        Assert.Equal(side.Issued, side.CountOf(LoadOutcome.Ok) + side.CountOf(LoadOutcome.Cut));
    }

    [Fact]
    public async Task One_that_takes_its_answer_slowly_keeps_the_server_writing_while_others_are_served()
    {
        TaskCompletionSource writing = new(), written = new();
        await using var server = await TestServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/good") return;
            writing.TrySetResult();
            await context.Response.Body.WriteAsync(Large, context.RequestAborted);
            written.TrySetResult();
        });
        var good = new LoadPlan { Requests = [Get(server.Address, "/good")], Connections = 2, MaximumRequests = 50, Duration = TimeSpan.FromMinutes(1) };

        var ((result, isWritten), side) = await BesideAsync(Slow(Get(server.Address, "/"), 10_000, SlowPart.Answer), async () =>
        {
            await writing.Task;
            return (await LoadGenerator.RunAsync(good, _clock, Stop), written.Task.IsCompleted);
        });

        Assert.False(isWritten);
        Assert.Equal(50, result.Samples.Count);
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(LoadOutcome.Ok, result.Samples[i].Outcome));
        Assert.Equal((1, 1), (side.Issued, side.CountOf(LoadOutcome.Cut)));
    }

    [Fact]
    public async Task An_answer_taken_slowly_to_its_end_is_served()
    {
        var asked = new Gate(2);
        await using var server = await TestServer.StartAsync(context =>
        {
            asked.Pass();
            return context.Response.Body.WriteAsync(Large, 0, 5_000);
        });

        var (_, side) = await BesideAsync(Slow(Get(server.Address, "/"), 20_000, SlowPart.Answer), asked.PassedAsync);

        Assert.Equal((1, 1), (side.CountOf(LoadOutcome.Ok), side.CountOf(LoadOutcome.Cut)));
    }

    [Fact]
    public async Task Who_is_slower_than_the_servers_limit_is_refused_by_it()
    {
        var asked = new Gate(2);
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                asked.Pass();
                await context.Request.Body.CopyToAsync(Stream.Null);
            },
            o => o.Limits.MinRequestBodyDataRate = new MinDataRate(10_000, TimeSpan.FromSeconds(1.1)));

        var (_, side) = await BesideAsync(Slow(Post(server.Address, 100_000), 100), asked.PassedAsync);

        Assert.Equal((1, 0), (side.CountOf(LoadOutcome.BadStatus), side.CountOf(LoadOutcome.Ok)));
    }

    [Fact]
    public async Task Who_is_thrown_out_is_cut_off_and_comes_again()
    {
        var asked = new Gate(3);
        await using var server = await TestServer.StartAsync(context =>
        {
            asked.Pass();
            context.Abort();
            return Task.CompletedTask;
        });

        var (_, side) = await BesideAsync(Slow(Post(server.Address, 100_000), 1_000), asked.PassedAsync);

        Assert.InRange(side.CountOf(LoadOutcome.ConnectionLost), 2, 3);
        Assert.Equal(0, side.CountOf(LoadOutcome.Ok));
    }

    [Fact]
    public async Task Who_is_not_answered_in_time_has_timed_out()
    {
        var asked = new Gate(2);
        await using var server = await TestServer.StartAsync(context =>
        {
            asked.Pass();
            return Task.Delay(System.Threading.Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });

        var (_, side) = await BesideAsync(Slow(Post(server.Address, 10), 1_000) with { Timeout = TimeSpan.FromMilliseconds(150) }, asked.PassedAsync);

        Assert.Equal((1, 1), (side.CountOf(LoadOutcome.Timeout), side.CountOf(LoadOutcome.Cut)));
    }

    [Fact]
    public async Task Where_nobody_listens_they_are_counted_as_lost()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var address = (IPEndPoint)unused.LocalEndpoint;
        unused.Stop();

        var (_, side) = await BesideAsync(Slow(Get(address, "/"), 1_000) with { Connections = 5 }, () => Task.FromResult(0));

        Assert.True(side.CountOf(LoadOutcome.ConnectionLost) >= 5, $"{side.Issued} issued");
        Assert.Equal(side.Issued, side.CountOf(LoadOutcome.ConnectionLost));
    }

    private Task<(T Measured, SideLoadResult Side)> BesideAsync<T>(SlowClientPlan plan, Func<Task<T>> measure) => Beside.DuringAsync(new SlowClients(plan, _clock), () => measure().WaitAsync(Stop), Stop);

    private static SlowClientPlan Slow(LoadRequest request, int bytesPerSecond, SlowPart part = SlowPart.Request) => new() { Requests = [request], Connections = 1, BytesPerSecond = bytesPerSecond, Part = part };

    private static LoadRequest Get(IPEndPoint address, string path) => new() { Address = address, Bytes = HttpRequestBytes.Build("GET", path, [], []) };

    private static LoadRequest Post(IPEndPoint address, int size) => new() { Address = address, Bytes = HttpRequestBytes.Build("POST", "/", [], new byte[size]) };

    /// <summary>Opens when so many have passed.</summary>
    private sealed class Gate(int count)
    {
        private readonly TaskCompletionSource<int> _passed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public void Pass()
        {
            if (Interlocked.Increment(ref _count) == count) _passed.TrySetResult(count);
        }

        public Task<int> PassedAsync() => _passed.Task;
    }
}
