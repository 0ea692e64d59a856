using System.Text;
using CsCheck;
using EvalFaaS.Harness.Load;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class HttpAnswerTests
{
    private const string Plain = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nServer-Timing: route;dur=0.002, execute;dur=0.010\r\nX-EvalFaaS-Start: N3\r\nX-EvalFaaS-Cause: new-revision\r\nX-EvalFaaS-Instance: 17\r\n\r\nhello";
    private const string Chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nTrailer: 1\r\n\r\n";

    [Theory]
    [InlineData(Plain)]
    [InlineData(Chunked)]
    public void An_answer_cut_anywhere_reads_the_same(string text) =>
        Gen.Int[1, text.Length - 1].Array[0, 5].Sample(cuts =>
        {
            var answer = new HttpAnswer();
            answer.Begin("hello"u8.ToArray());
            bool? end = null;
            var bytes = Encoding.ASCII.GetBytes(text);
            var at = 0;
            foreach (var cut in cuts.Order().Distinct().Append(bytes.Length))
            {
                Assert.Null(end);
                end = answer.Take(bytes.AsSpan(at..cut));
                at = cut;
            }

            Assert.True(end);
            Assert.True(answer.IsExpected);
            Assert.Equal(200, answer.Status);
        });

    [Fact]
    public void The_nodes_own_account_is_read_from_the_headers()
    {
        var answer = new HttpAnswer();
        answer.Begin(null);
        answer.Take(Encoding.ASCII.GetBytes(Plain));
        Assert.Equal(StartState.ArtefactOnDisk, answer.Headers.StartState);
        Assert.Equal(ColdCause.NewRevision, answer.Headers.Cause);
        Assert.Equal(17, answer.Headers.InstanceId);
        Assert.Equal(2_000, answer.Headers.Phases[Phase.Route]);
        Assert.Equal(10_000, answer.Headers.Phases[Phase.Execute]);
        Assert.Null(answer.Headers.Phases[Phase.Load]);
    }

    [Fact]
    public void A_phase_may_last_longer_than_a_few_seconds()
    {
        var answer = new HttpAnswer();
        answer.Begin(null);
        answer.Take("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nServer-Timing: compile;dur=12345.678\r\n\r\n"u8);
        Assert.Equal(12_345_678_000, answer.Headers.Phases[Phase.Compile]);
    }

    [Theory]
    [InlineData("hellO")]
    [InlineData("hell")]
    [InlineData("hello!")]
    public void Another_body_than_the_expected_one_is_noticed(string expected)
    {
        var answer = new HttpAnswer();
        answer.Begin(Encoding.ASCII.GetBytes(expected));
        Assert.True(answer.Take(Encoding.ASCII.GetBytes(Plain)));
        Assert.False(answer.IsExpected);
    }

    [Fact]
    public void What_is_no_HTTP_is_refused()
    {
        var answer = new HttpAnswer();
        answer.Begin(null);
        Assert.False(answer.Take("SSH-2.0-OpenSSH_9.2\r\n\r\n"u8));
    }
}
