using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using EvalFaaS.Harness.Load;
using Microsoft.AspNetCore.Http;

namespace EvalFaaS.Harness.Tests.Load;

/// <summary>What the generator does with connections, against real servers.</summary>
public sealed class ConnectionTests
{
    private readonly MonotonicClock _clock = new(TimeProvider.System);

    [Fact]
    public async Task Kept_alive_connections_serve_all_requests()
    {
        var seen = new ConcurrentDictionary<string, int>();
        await using var server = await TestServer.StartAsync(context => Noting(seen, context));
        await RunAsync(Get(server.Address) with { Connections = 3, MaximumRequests = 60 });
        Assert.InRange(seen.Count, 1, 3);
        Assert.Equal(60, seen.Values.Sum());
    }

    [Fact]
    public async Task Without_keep_alive_each_request_has_a_connection_of_its_own()
    {
        var seen = new ConcurrentDictionary<string, int>();
        await using var server = await TestServer.StartAsync(context => Noting(seen, context));
        var result = await RunAsync(Get(server.Address) with { Connections = 3, MaximumRequests = 60, RequestsPerConnection = 1 });
        Assert.Equal(60, Ok(result));
        Assert.Equal(60, seen.Count);
        Assert.Equal(0, result.Reconnects);
    }

    [Fact]
    public async Task A_connection_is_given_up_after_its_requests_and_a_new_one_made()
    {
        var seen = new ConcurrentDictionary<string, int>();
        await using var server = await TestServer.StartAsync(context => Noting(seen, context));
        var result = await RunAsync(Get(server.Address) with { Connections = 1, MaximumRequests = 60, RequestsPerConnection = 10 });
        Assert.Equal(60, Ok(result));
        Assert.Equal([10, 10, 10, 10, 10, 10], seen.Values);
        Assert.Equal(0, result.Reconnects);
    }

    [Fact]
    public async Task A_connection_that_the_server_ends_early_is_made_anew_and_told()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.Connection = "close";
            return context.Response.WriteAsync("ok");
        });
        var result = await RunAsync(Get(server.Address) with { Connections = 1, MaximumRequests = 5, RequestsPerConnection = 10 });
        Assert.Equal(5, Ok(result));
        Assert.Equal(4, result.Reconnects);
    }

    [Fact]
    public async Task Random_bodies_arrive_whole_and_must_come_back_whole()
    {
        var sizes = new ConcurrentBag<long>();
        await using var server = await TestServer.StartAsync(async context =>
        {
            sizes.Add(context.Request.ContentLength!.Value);
            await context.Request.Body.CopyToAsync(context.Response.Body);
        });
        var request = new LoadRequest { Address = server.Address, Bytes = HttpRequestBytes.BuildHead("POST", "/", []), Payload = new Payload(new UniformPayload(0, 300_000), echoed: true) };
        var result = await RunAsync(Plan([request]) with { Connections = 4, MaximumRequests = 50, Seed = 8 });
        Assert.Equal(50, Ok(result));
        var random = new Random(8);
        Assert.Equal(Enumerable.Range(0, 50).Select(_ => (long)random.Next(0, 300_001)).Order(), sizes.Order());
    }

    [Fact]
    public async Task A_body_that_comes_back_changed_is_a_wrong_answer()
    {
        await using var server = await TestServer.StartAsync(context => context.Response.WriteAsync(new string('!', (int)context.Request.ContentLength!.Value)));
        var request = new LoadRequest { Address = server.Address, Bytes = HttpRequestBytes.BuildHead("POST", "/", []), Payload = new Payload(new FixedPayload(5), echoed: true) };
        var result = await RunAsync(Plan([request]) with { Connections = 1, MaximumRequests = 1 });
        Assert.Equal(LoadOutcome.WrongAnswer, result.Samples[0].Outcome);
    }

    [Fact]
    public async Task A_mix_asks_each_of_its_addresses_for_its_own()
    {
        await using var a = await TestServer.StartAsync(context => context.Response.WriteAsync("a"));
        await using var b = await TestServer.StartAsync(context => context.Response.WriteAsync("b"));
        var result = await RunAsync(Plan([Request(a.Address, "a"), Request(b.Address, "b") with { Weight = 3 }]) with { Connections = 2, MaximumRequests = 400 });
        Assert.Equal(400, Ok(result));
        Assert.Equal(300, Enumerable.Range(0, 400).Count(i => result.Samples[i].Request == 1), 40.0);
    }

    [Fact]
    public async Task An_answer_without_length_ends_with_its_connection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(async () =>
        {
            using var client = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
            await client.ReceiveAsync(new byte[1_000]);
            await client.SendAsync("HTTP/1.0 200 OK\r\n\r\nhello"u8.ToArray());
        }, TestContext.Current.CancellationToken);
        var result = await RunAsync(Plan([Request((IPEndPoint)listener.LocalEndpoint, "hello")]) with { Connections = 1, MaximumRequests = 1 });
        await serving;
        Assert.Equal(LoadOutcome.Ok, result.Samples[0].Outcome);
    }

    [Fact]
    public async Task An_expected_status_is_right_and_any_other_wrong()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/gone" ? 410 : 200;
            return Task.CompletedTask;
        });
        var gone = new LoadRequest { Address = server.Address, Bytes = HttpRequestBytes.Build("GET", "/gone", [], []), ExpectedStatus = 410 };
        Assert.Equal(LoadOutcome.Ok, (await RunAsync(Plan([gone]) with { Connections = 1, MaximumRequests = 1 })).Samples[0].Outcome);
        var there = gone with { Bytes = HttpRequestBytes.Build("GET", "/", [], []) };
        Assert.Equal(LoadOutcome.BadStatus, (await RunAsync(Plan([there]) with { Connections = 1, MaximumRequests = 1 })).Samples[0].Outcome);
    }

    [Fact]
    public async Task The_head_of_an_answer_is_whole_without_the_body_that_it_announces()
    {
        await using var server = await TestServer.StartAsync(context => context.Response.WriteAsync("hello"));
        var head = new LoadRequest { Address = server.Address, Bytes = HttpRequestBytes.Build("HEAD", "/", [], []) };
        Assert.Equal(2, Ok(await RunAsync(Plan([head]) with { Connections = 1, MaximumRequests = 2 })));
    }

    [Fact]
    public async Task Where_nobody_listens_the_load_does_not_begin()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var address = (IPEndPoint)unused.LocalEndpoint;
        unused.Stop();
        Assert.Equal(SocketError.ConnectionRefused, (await Assert.ThrowsAsync<SocketException>(() => RunAsync(Get(address)))).SocketErrorCode);
    }

    private static Task Noting(ConcurrentDictionary<string, int> seen, HttpContext context)
    {
        seen.AddOrUpdate(context.Connection.Id, 1, (_, count) => count + 1);
        return context.Response.WriteAsync("ok");
    }

    private static int Ok(LoadResult result) => Enumerable.Range(0, result.Samples.Count).Count(i => result.Samples[i].Outcome == LoadOutcome.Ok);

    private static LoadRequest Request(IPEndPoint address, string expected) =>
        new() { Address = address, Bytes = HttpRequestBytes.Build("GET", "/", [], []), ExpectedBody = System.Text.Encoding.ASCII.GetBytes(expected) };

    private static LoadPlan Get(IPEndPoint address) => Plan([Request(address, "ok")]);

    private static LoadPlan Plan(IReadOnlyList<LoadRequest> requests) => new() { Requests = requests, Duration = TimeSpan.FromMinutes(1) };

    private Task<LoadResult> RunAsync(LoadPlan plan) => LoadGenerator.RunAsync(plan, _clock, TestContext.Current.CancellationToken);
}
