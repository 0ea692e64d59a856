using System.Net.Sockets;
using System.Text;

namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>The native server against bytes as they come from good and bad clients.</summary>
public sealed class NativeHttpTests(NativeBuild native)
{
    private const string Head = "POST / HTTP/1.1\r\nHost: a\r\n";

    [Theory]
    [InlineData("GET /\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\nHost: a\n\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost : a\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: \u0001\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nnothing\r\n\r\n")]
    [InlineData("G(T / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET  / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET x HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /% HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData(Head + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab")]
    [InlineData(Head + "Content-Length: +1\r\n\r\na")]
    [InlineData(Head + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\nx\r\n")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\n\r\n")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\n1\nabc\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\n")]
    public async Task A_malformed_request_gets_400_and_the_end(string request) =>
        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", await AnswerAsync(request), StringComparison.Ordinal);

    [Theory]
    [InlineData("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505)]
    [InlineData(Head + "Transfer-Encoding: gzip\r\n\r\n", 501)]
    [InlineData(Head + "Content-Length: 16777217\r\n\r\n", 413)]
    [InlineData(Head + "Content-Length: 99999999999999999999\r\n\r\n", 400)]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\n1000001\r\n", 413)]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffffffff\r\n", 400)]
    public async Task A_request_that_cannot_be_served_is_told_why(string request, int status) =>
        Assert.StartsWith($"HTTP/1.1 {status} ", await AnswerAsync(request), StringComparison.Ordinal);

    [Fact]
    public async Task A_head_beyond_32_KiB_gets_431() =>
        Assert.StartsWith("HTTP/1.1 431 ", await AnswerAsync($"{Head}X: {new string('x', 40_000)}\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Requests_in_a_row_are_answered_in_their_order()
    {
        var answer = await AnswerAsync(
            $"{Head}Content-Length: 3\r\n\r\nabc" +
            $"\r\n{Head}Transfer-Encoding: chunked\r\n\r\n3\r\nxyz\r\nA;q=\"1\"\r\n0123456789\r\n0\r\nTrailer: 1\r\n\r\n" +
            $"HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" +
            $"POST http://host/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\nConnection: x, Close\r\n\r\n!never read");
        const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: ";
        Assert.Equal($"{Ok}3\r\n\r\nabc{Ok}13\r\n\r\nxyz0123456789{Ok}0\r\n\r\n{Ok}1\r\nConnection: close\r\n\r\n!", answer);
    }

    [Fact]
    public async Task A_request_may_come_byte_by_byte()
    {
        await using var server = await NativeServer.StartAsync(await native.ProgramAsync("echo"));
        await using var stream = await server.ConnectAsync();
        foreach (var b in Encoding.ASCII.GetBytes($"{Head}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n"))
            await stream.WriteAsync(new[] { b }, TestContext.Current.CancellationToken);
        Assert.EndsWith("\r\n\r\nabcd", await ReadAsync(stream), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HTTP_1_0_ends_after_one_answer_unless_it_asks_for_more()
    {
        Assert.Equal(1, Count(await AnswerAsync("GET / HTTP/1.0\r\n\r\nGET / HTTP/1.0\r\n\r\n"), "HTTP/1.1 200"));
        Assert.Equal(2, Count(await AnswerAsync("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET / HTTP/1.0\r\n\r\n"), "HTTP/1.1 200"));
    }

    [Fact]
    public async Task A_client_that_waits_for_leave_to_send_its_body_gets_it()
    {
        await using var server = await NativeServer.StartAsync(await native.ProgramAsync("echo"));
        await using var stream = await server.ConnectAsync();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{Head}Connection: close\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"), TestContext.Current.CancellationToken);
        var leave = new byte["HTTP/1.1 100 Continue\r\n\r\n".Length];
        await stream.ReadExactlyAsync(leave, TestContext.Current.CancellationToken);
        await stream.WriteAsync("ok"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.EndsWith("\r\n\r\nok", await ReadAsync(stream), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_reads_late_gets_all_and_holds_up_nobody()
    {
        await using var server = await NativeServer.StartAsync(await native.ProgramAsync("echo"));
        await using var slow = await server.ConnectAsync();
        var body = new byte[4 << 20];
        await slow.WriteAsync(Encoding.ASCII.GetBytes($"{Head}Content-Length: {body.Length}\r\n\r\n"), TestContext.Current.CancellationToken);
        await slow.WriteAsync(body, TestContext.Current.CancellationToken);
        await slow.WriteAsync(Encoding.ASCII.GetBytes($"{Head}Connection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using (var client = server.Client()) await client.GetStringAsync("/healthz", TestContext.Current.CancellationToken);
        var answer = await ReadAsync(slow);
        Assert.Equal(2, Count(answer, "HTTP/1.1 200 OK"));
        Assert.Equal(body.Length, answer.Count(c => c == '\0'));
    }

    [Fact]
    public async Task A_thousand_clients_at_once_are_served()
    {
        await using var server = await NativeServer.StartAsync(await native.ProgramAsync("echo"));
        var streams = new List<NetworkStream>();
        for (var i = 0; i < 1000; i++) streams.Add(await server.ConnectAsync());
        foreach (var stream in streams) await stream.WriteAsync(Encoding.ASCII.GetBytes($"{Head}Content-Length: 2\r\nConnection: close\r\n\r\nhi"), TestContext.Current.CancellationToken);
        foreach (var stream in streams)
        {
            Assert.EndsWith("\r\n\r\nhi", await ReadAsync(stream), StringComparison.Ordinal);
            await stream.DisposeAsync();
        }
    }

    private async Task<string> AnswerAsync(string request)
    {
        await using var server = await NativeServer.StartAsync(await native.ProgramAsync("echo"));
        await using var stream = await server.ConnectAsync();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        return await ReadAsync(stream);
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(answer.ToArray());
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
