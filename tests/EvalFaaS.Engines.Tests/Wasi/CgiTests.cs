using System.Text;
using CsCheck;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class CgiTests
{
    [Theory]
    [InlineData("Hello\n", "Hello\n")]
    [InlineData("", "")]
    [InlineData("{\"a\":1}\n\n", "{\"a\":1}\n\n")]
    [InlineData("Note: this is text\n\nand more", "Note: this is text\n\nand more")]
    [InlineData("Content-Type: text/plain\nno blank line", "Content-Type: text/plain\nno blank line")]
    [InlineData("\nContent-Type: text/plain\n\n", "\nContent-Type: text/plain\n\n")]
    [InlineData(" Content-Type: text/plain\n\nx", " Content-Type: text/plain\n\nx")]
    public async Task An_answer_without_a_head_is_the_body(string output, string body)
    {
        var invocation = await Answer(output);
        Assert.Equal(body, await invocation.ResponseTextAsync());
        Assert.Equal([new("Content-Type", "application/octet-stream")], invocation.ResponseHeaders);
        Assert.Equal(200, invocation.Status);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task A_head_sets_status_and_headers(string end)
    {
        var invocation = await Answer($"Content-Type: text/plain{end}status: 404 Not Found{end}X-A:  b {end}{end}gone");
        Assert.Equal("gone", await invocation.ResponseTextAsync());
        Assert.Equal([new("Content-Type", "text/plain"), new("X-A", "b")], invocation.ResponseHeaders);
        Assert.Equal(404, invocation.Status);
    }

    [Fact]
    public async Task A_location_alone_redirects()
    {
        var invocation = await Answer("Location: /elsewhere\n\n");
        Assert.Equal(302, invocation.Status);
        Assert.Equal([new("Location", "/elsewhere")], invocation.ResponseHeaders);
    }

    [Fact]
    public async Task What_is_the_servers_business_is_left_out()
    {
        var invocation = await Answer("Content-Type: a/b\nContent-Length: 5\nTransfer-Encoding: chunked\nConnection: close\n\nx");
        Assert.Equal([new("Content-Type", "a/b")], invocation.ResponseHeaders);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("600")]
    [InlineData("OK")]
    [InlineData("2000")]
    [InlineData("101 Switching Protocols")]
    public void A_status_that_is_none_is_a_fault(string status)
    {
        using var guest = new FakeGuest(new TestInvocation());
        guest.Write(1, $"Status: {status}\n\n");
        Assert.False(guest.State.Output.Complete());
        Assert.Equal(FaultKind.BadResponse, guest.State.Fault?.Kind);
    }

    [Fact]
    public async Task A_head_longer_than_16_KiB_is_a_body()
    {
        var output = "Content-Type: text/plain\nX: " + new string('x', 17 << 10) + "\n\nbody";
        var invocation = await Answer(output);
        Assert.Equal(output, await invocation.ResponseTextAsync());
    }

    [Fact]
    public void Where_the_writes_are_cut_makes_no_difference() =>
        Gen.Select(Gen.OneOf(Gen.Const("Content-Type: text/plain\r\nStatus: 201\r\n\r\nbody\n\nbody"), Gen.Const("X: y\n\nbody"), Gen.Const("plain: text\nwith lines\n"), Gen.Const("Status: 200\n\r\n"), Gen.String[Gen.Char["ab:\r\n "], 0, 40]), Gen.Int[0, 60].Array[0, 6])
            .Sample((output, cuts) =>
            {
                var whole = Describe([output]);
                var parts = new List<string>();
                var from = 0;
                foreach (var cut in cuts.Select(c => Math.Min(c, output.Length)).Order())
                {
                    parts.Add(output[from..cut]);
                    from = cut;
                }

                parts.Add(output[from..]);
                Assert.Equal(whole, Describe(parts));
            }, iter: 500, threads: 1);

    [Fact]
    public void The_request_is_in_the_environment()
    {
        var request = new TestRequest("PUT", "/a b", "x=1&y=%20", new("Content-Type", "text/css"), new("X-Two", "1"), new("x-two", "2"), new("Authorization", "Bearer t"));
        var variables = Variables(new TestInvocation("12345", request) { GuestEnvironment = new GuestEnvironment { Name = "default/f@1", Variables = [new("MINE", "v")] } });
        foreach (var expected in (string[])["REQUEST_METHOD=PUT", "PATH_INFO=/a b", "SCRIPT_NAME=/fn/test", "QUERY_STRING=x=1&y=%20", "CONTENT_TYPE=text/css", "CONTENT_LENGTH=5",
            "SERVER_NAME=localhost", "SERVER_PORT=8080", "SERVER_PROTOCOL=HTTP/1.1", "GATEWAY_INTERFACE=CGI/1.1", "REMOTE_ADDR=127.0.0.1", "HTTP_X_TWO=1, 2", "HTTP_AUTHORIZATION=Bearer t",
            "EVALFAAS_FUNCTION=default/f@1", "EVALFAAS_INVOCATION=0123456789abcdef0123456789abcdef", "MINE=v"])
            Assert.Contains(expected, variables);
        Assert.Equal(variables.Count, variables.Select(v => v.Split('=')[0]).Distinct().Count());
    }

    [Fact]
    public void A_client_cannot_set_a_proxy_or_another_headers_variable()
    {
        var variables = Variables(new TestInvocation("", new TestRequest("GET", "/", "", new("Proxy", "http://evil"), new("X_Under", "1"), new("X-Under", "2"))));
        Assert.DoesNotContain(variables, v => v.StartsWith("HTTP_PROXY", StringComparison.Ordinal));
        Assert.Equal("HTTP_X_UNDER=2", Assert.Single(variables, v => v.StartsWith("HTTP_X", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_configured_variable_does_not_stand_in_for_the_requests()
    {
        var variables = Variables(new TestInvocation("", new TestRequest("GET")) { GuestEnvironment = GuestEnvironment.Empty with { Variables = [new("REQUEST_METHOD", "X"), new("HTTP_ACCEPT", "X"), new("HTTP_PROXY", "http://mine")] } });
        Assert.Contains("REQUEST_METHOD=GET", variables);
        Assert.Contains("HTTP_PROXY=http://mine", variables);
        Assert.DoesNotContain("HTTP_ACCEPT=X", variables);
    }

    private static async Task<TestInvocation> Answer(string output)
    {
        var invocation = new TestInvocation();
        using var guest = new FakeGuest(invocation);
        Assert.Equal(Errno.Success, guest.Write(1, output));
        Assert.True(guest.State.Output.Complete());
        await Task.CompletedTask;
        return invocation;
    }

    private static string Describe(IEnumerable<string> parts)
    {
        var invocation = new TestInvocation();
        using var guest = new FakeGuest(invocation);
        foreach (var part in parts)
        {
            guest.Write(1, part);
            guest.Call("fd_sync", 1);
        }

        guest.State.Output.Complete();
        return $"{guest.State.Fault?.Kind} {invocation.Status} {string.Join(',', invocation.ResponseHeaders)} {invocation.ResponseTextAsync().GetAwaiter().GetResult()}";
    }

    private static List<string> Variables(TestInvocation invocation)
    {
        using var guest = new FakeGuest(invocation);
        var variables = guest.State.Wasi.Variables;
        var table = guest.Room(variables.Count * 4);
        var buffer = guest.Room(variables.Length);
        Assert.Equal(Errno.Success, guest.Call("environ_get", table, buffer));
        return [.. Encoding.UTF8.GetString(guest.Memory.Slice((int)buffer, variables.Length - 1)).Split('\0')];
    }
}
