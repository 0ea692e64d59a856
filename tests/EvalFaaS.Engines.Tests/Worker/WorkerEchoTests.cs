using System.IO.Pipelines;
using System.Security.Cryptography;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class WorkerEchoTests(WorkerFixture fixture) : IClassFixture<WorkerFixture>
{
    private static readonly InvocationLimits Large = new() { RequestBytes = 64 << 20, ResponseBytes = 64 << 20, MemoryBytes = 256 << 20 };

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(110_000)]
    public async Task A_body_of_any_size_comes_back_as_it_went(int bytes)
    {
        var body = RandomNumberGenerator.GetBytes(bytes);
        var invocation = new TestInvocation(body);
        Assert.Null((await WorkerFixture.InvokeAsync(await fixture.LoadAsync(Guests.Echo), invocation)).Fault);
        Assert.Equal(body, await invocation.ResponseBytesAsync());
    }

    [Fact]
    public async Task Megabytes_stream_through_a_guest_that_holds_ten_kilobytes()
    {
        var body = RandomNumberGenerator.GetBytes(8 << 20);
        var invocation = new TestInvocation(body, limits: Large);
        Assert.Null((await WorkerFixture.InvokeAsync(await fixture.LoadAsync(WorkerGuests.Copy), invocation)).Fault);
        Assert.Equal(body, await invocation.ResponseBytesAsync());
    }

    [Fact]
    public async Task A_body_that_arrives_in_pieces_reaches_a_guest_that_wants_it_whole()
    {
        var pipe = new Pipe();
        var invocation = new TestInvocation(pipe.Reader, null);
        var running = WorkerFixture.InvokeAsync(await fixture.LoadAsync(Guests.Echo), invocation);
        foreach (var piece in new[] { "one ", "two ", "three" }) await pipe.Writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes(piece), TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();
        Assert.Null((await running).Fault);
        Assert.Equal("one two three", await invocation.ResponseTextAsync());
    }

    [Fact]
    public async Task A_plain_process_answers_each_piece_before_the_next_one_is_sent()
    {
        var input = new Pipe();
        var output = new Pipe();
        var invocation = new TestInvocation(input.Reader, null) { IsProcess = true, ResponseWriter = output.Writer };
        var running = WorkerFixture.InvokeAsync(await fixture.LoadAsync(WorkerGuests.Cat), invocation);
        for (byte i = 0; i < 20; i++)
        {
            await input.Writer.WriteAsync(new[] { i }, TestContext.Current.CancellationToken);
            var read = await output.Reader.ReadAsync(TestContext.Current.CancellationToken);
            Assert.Equal([i], read.Buffer.FirstSpan.ToArray());
            output.Reader.AdvanceTo(read.Buffer.End);
        }

        await input.Writer.CompleteAsync();
        Assert.Null((await running).Fault);
    }

    [Fact]
    public async Task A_plain_process_whose_reader_went_away_is_told_when_it_writes()
    {
        var input = new Pipe();
        var output = new Pipe();
        var invocation = new TestInvocation(input.Reader, null) { IsProcess = true, ResponseWriter = output.Writer };
        var running = WorkerFixture.InvokeAsync(await fixture.LoadAsync(WorkerGuests.Cat), invocation);
        await output.Reader.CompleteAsync();
        while (!running.IsCompleted)
        {
            await input.Writer.WriteAsync(new byte[] { 1 }, TestContext.Current.CancellationToken);
            await Task.Yield();
        }

        Assert.Equal(4, (await running).Fault?.ExitCode);
    }

    [Fact]
    public async Task A_slow_client_slows_the_guest_down_and_gets_everything()
    {
        var body = RandomNumberGenerator.GetBytes(4 << 20);
        var output = new Pipe(new PipeOptions(pauseWriterThreshold: 4096, resumeWriterThreshold: 2048));
        var invocation = new TestInvocation(body, limits: Large) { ResponseWriter = output.Writer };
        var running = WorkerFixture.InvokeAsync(await fixture.LoadAsync(WorkerGuests.Copy), invocation);
        using var received = new MemoryStream();
        var reading = output.Reader.CopyToAsync(received, TestContext.Current.CancellationToken);
        Assert.Null((await running).Fault);
        await output.Writer.CompleteAsync();
        await reading;
        Assert.Equal(body, received.ToArray());
    }

    [Fact]
    public async Task A_client_that_goes_away_while_its_answer_streams_ends_the_guest()
    {
        var output = new Pipe(new PipeOptions(pauseWriterThreshold: 4096, resumeWriterThreshold: 2048));
        var invocation = new TestInvocation(new byte[4 << 20], limits: Large) { ResponseWriter = output.Writer };
        var running = WorkerFixture.InvokeAsync(await fixture.LoadAsync(WorkerGuests.Copy), invocation);
        await output.Reader.ReadAsync(TestContext.Current.CancellationToken);
        await output.Reader.CompleteAsync();
        Assert.Equal(FaultKind.ClientGone, (await running).Fault?.Kind);
    }

    [Fact]
    public async Task The_head_of_the_request_reaches_a_guest_that_asks_for_it()
    {
        var invocation = new TestInvocation("", new TestRequest(headers: [new("X-Test", "a"), new("x-test", "b")]));
        Assert.Null((await WorkerFixture.InvokeAsync(await fixture.LoadAsync(WorkerGuests.Header), invocation)).Fault);
        Assert.Equal("a, b", await invocation.ResponseTextAsync());
    }

    [Fact]
    public async Task Many_threads_get_each_its_own_answers()
    {
        var module = await fixture.LoadAsync(Guests.Echo);
        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (i, _) =>
        {
            var invocation = new TestInvocation($"call {i}");
            Assert.Null((await WorkerFixture.InvokeAsync(module, invocation)).Fault);
            Assert.Equal($"call {i}", await invocation.ResponseTextAsync());
        });
    }

    [Fact]
    public async Task The_ledger_adds_up_and_has_what_the_worker_did()
    {
        var invocation = new TestInvocation("x");
        Assert.Null((await WorkerFixture.InvokeAsync(await fixture.LoadAsync(Guests.Echo), invocation)).Fault);
        var ledger = invocation.Ledger;
        Assert.True(ledger.DurationNs(Phase.Instantiate) > 0 && ledger.DurationNs(Phase.Execute) > 0);
        Assert.Equal(ledger.TotalNs, ledger.Spans.ToArray().Sum(s => s.EndNs - s.StartNs));
    }
}
