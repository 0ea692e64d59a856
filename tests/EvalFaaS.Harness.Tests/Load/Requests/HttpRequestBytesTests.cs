using System.Text;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class HttpRequestBytesTests
{
    private static readonly byte[] Post = HttpRequestBytes.Build("POST", "/a?b", [new("X", "y")], "ping"u8);

    [Fact]
    public void A_request_says_host_length_and_headers() =>
        Assert.Equal("POST /a?b HTTP/1.1\r\nHost: localhost\r\nX: y\r\nContent-Length: 4\r\n\r\nping", Encoding.ASCII.GetString(Post));

    [Fact]
    public void A_host_that_is_given_is_the_only_one() =>
        Assert.Equal("GET / HTTP/1.1\r\nhost: example\r\n\r\n", Encoding.ASCII.GetString(HttpRequestBytes.Build("GET", "/", [new("host", "example")], [])));

    [Fact]
    public void Its_head_leaves_length_and_body_out() =>
        Assert.Equal("POST /a?b HTTP/1.1\r\nHost: localhost\r\nX: y\r\n", Encoding.ASCII.GetString(HttpRequestBytes.HeadOf(Post)));

    [Fact]
    public void A_closing_request_says_so_behind_its_first_line() =>
        Assert.StartsWith("POST /a?b HTTP/1.1\r\nConnection: close\r\nHost", Encoding.ASCII.GetString(HttpRequestBytes.Closing(Post)));
}
