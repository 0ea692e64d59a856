using System.IO.Pipelines;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class OutputTests
{
    private const uint Stdout = 1;
    private const uint Stderr = 2;

    [Fact]
    public async Task What_a_process_writes_is_handed_on_with_each_write()
    {
        var pipe = new Pipe();
        using var guest = new FakeGuest(new TestInvocation { IsProcess = true, ResponseWriter = pipe.Writer });
        Assert.Equal(Errno.Success, guest.Write(Stdout, "first"));
        var result = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal("first", System.Text.Encoding.UTF8.GetString(result.Buffer.FirstSpan));
    }

    [Fact]
    public void A_short_answer_is_held_back_until_the_guest_has_ended_well()
    {
        var pipe = new Pipe();
        using var guest = new FakeGuest(new TestInvocation { ResponseWriter = pipe.Writer });
        Assert.Equal(Errno.Success, guest.Write(Stdout, "Hello"));
        Assert.False(guest.State.Output.Started);
        Assert.Equal(0, pipe.Writer.UnflushedBytes);
        Assert.True(guest.State.Output.Complete());
        Assert.Equal(5, pipe.Writer.UnflushedBytes);
    }

    [Fact]
    public async Task Writing_more_than_64_KiB_hands_it_on()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        using var guest = new FakeGuest(new TestInvocation { ResponseWriter = pipe.Writer });
        var block = new string('x', 40_000);
        Assert.Equal(Errno.Success, guest.Write(Stdout, block));
        Assert.Equal(Errno.Success, guest.Write(Stdout, block));
        var result = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.True(result.Buffer.Length >= 64 << 10);
    }

    [Fact]
    public async Task A_slow_reader_stops_the_guest_and_the_wait_ends_with_the_invocation()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 64 << 10, resumeWriterThreshold: 32 << 10));
        var invocation = new TestInvocation { ResponseWriter = pipe.Writer };
        using var guest = new FakeGuest(invocation);
        var writing = Task.Run(() =>
        {
            var block = new string('x', 60_000);
            Errno errno;
            while ((errno = guest.Write(Stdout, block)) == Errno.Success)
            {
            }

            return errno;
        }, TestContext.Current.CancellationToken);
        var result = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        pipe.Reader.AdvanceTo(result.Buffer.Start);
        invocation.Cancellation.Request(CancelReason.Kill);
        Assert.Equal(Errno.Unwound, await writing.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(FaultKind.Killed, guest.State.Fault?.Kind);
        result = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.True(result.Buffer.Length <= 192 << 10, $"{result.Buffer.Length} bytes were under way.");
    }

    [Fact]
    public void An_answer_over_its_limit_is_a_fault()
    {
        using var guest = new FakeGuest(new TestInvocation(limits: new InvocationLimits { ResponseBytes = 100 }));
        Assert.Equal(Errno.Success, guest.Write(Stdout, new string('x', 101)));
        Assert.False(guest.State.Output.Complete());
        Assert.Equal(FaultKind.ResponseTooLarge, guest.State.Fault?.Kind);
    }

    [Fact]
    public void A_flood_ends_the_guest_that_makes_it()
    {
        using var guest = new FakeGuest(new TestInvocation(limits: new InvocationLimits { ResponseBytes = 1 << 20 }));
        var block = new string('x', 60_000);
        var written = 0;
        while (guest.Write(Stdout, block) == Errno.Success) written += block.Length;
        Assert.Equal(FaultKind.ResponseTooLarge, guest.State.Fault?.Kind);
        Assert.InRange(written, 1, 1 << 20);
    }

    [Fact]
    public void A_reader_that_went_away_is_a_broken_pipe_to_a_process()
    {
        var pipe = new Pipe();
        pipe.Reader.Complete();
        using var guest = new FakeGuest(new TestInvocation { IsProcess = true, ResponseWriter = pipe.Writer });
        Assert.Equal(Errno.Pipe, guest.Write(Stdout, "x"));
    }

    [Fact]
    public void A_client_that_went_away_ends_a_function()
    {
        var pipe = new Pipe();
        pipe.Reader.Complete();
        using var guest = new FakeGuest(new TestInvocation { ResponseWriter = pipe.Writer });
        guest.Write(Stdout, new string('x', 60_000));
        Assert.Equal(Errno.Unwound, guest.Write(Stdout, new string('x', 60_000)));
        Assert.Equal(FaultKind.ClientGone, guest.State.Fault?.Kind);
    }

    [Fact]
    public async Task Syncing_stdout_hands_it_on()
    {
        var pipe = new Pipe();
        using var guest = new FakeGuest(new TestInvocation { ResponseWriter = pipe.Writer });
        guest.Write(Stdout, "now\n");
        Assert.Equal(Errno.Success, guest.Call("fd_datasync", Stdout));
        Assert.Equal(4, (await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken)).Buffer.Length);
    }

    [Fact]
    public void Stderr_goes_to_the_log_up_to_its_limit()
    {
        var invocation = new TestInvocation(limits: new InvocationLimits { LogBytes = 8 });
        using var guest = new FakeGuest(invocation);
        Assert.Equal(Errno.Success, guest.Write(Stderr, "0123456789"));
        Assert.Equal(Errno.Success, guest.Write(Stderr, "more"));
        Assert.Equal("01234567", invocation.Logged);
        Assert.Equal(6, guest.State.DroppedLogBytes);
    }

    [Fact]
    public void Without_a_command_stdout_is_the_log_and_stdin_is_empty()
    {
        var invocation = new TestInvocation("body");
        using var guest = new FakeGuest(invocation, command: false);
        Assert.Equal(Errno.Success, guest.Write(Stdout, "line"));
        Assert.Equal("line", invocation.Logged);
        Assert.Equal(Errno.Success, guest.Read(0, out var text));
        Assert.Equal("", text);
    }
}
