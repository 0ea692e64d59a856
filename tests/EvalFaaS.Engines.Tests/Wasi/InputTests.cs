using System.IO.Pipelines;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class InputTests
{
    private const uint Stdin = 0;

    [Fact]
    public void The_body_is_read_to_its_end()
    {
        using var guest = new FakeGuest(new TestInvocation(new string('x', 5000)));
        guest.Read(Stdin, out var first);
        guest.Read(Stdin, out var second);
        Assert.Equal(Errno.Success, guest.Read(Stdin, out var end));
        Assert.Equal((4096, 904, 0), (first.Length, second.Length, end.Length));
    }

    [Fact]
    public async Task A_read_waits_for_the_first_bytes()
    {
        var pipe = new Pipe();
        using var guest = new FakeGuest(new TestInvocation(pipe.Reader, null));
        var reading = Task.Run(() => guest.Read(Stdin, out var text) == Errno.Success ? text : "", TestContext.Current.CancellationToken);
        await pipe.Writer.WriteAsync("later"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("later", await reading.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_waiting_read_ends_with_the_invocation()
    {
        var invocation = new TestInvocation(new Pipe().Reader, null);
        using var guest = new FakeGuest(invocation);
        var reading = Task.Run(() => guest.Read(Stdin, out _), TestContext.Current.CancellationToken);
        invocation.Cancellation.Request(CancelReason.Drain);
        Assert.Equal(Errno.Unwound, await reading.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(FaultKind.Draining, guest.State.Fault?.Kind);
    }

    [Fact]
    public async Task What_was_written_goes_out_before_a_read_waits()
    {
        var request = new Pipe();
        var response = new Pipe();
        using var guest = new FakeGuest(new TestInvocation(request.Reader, null) { ResponseWriter = response.Writer });
        var talking = Task.Run(() =>
        {
            guest.Write(1, "question\n");
            return guest.Read(Stdin, out var text) == Errno.Success ? text : "";
        }, TestContext.Current.CancellationToken);
        var asked = await response.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(9, asked.Buffer.Length);
        await request.Writer.WriteAsync("answer"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("answer", await talking.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_descriptor_that_does_not_block_says_so()
    {
        using var guest = new FakeGuest(new TestInvocation(new Pipe().Reader, null));
        Assert.Equal(Errno.Success, guest.Call("fd_fdstat_set_flags", Stdin, (long)FdFlags.NonBlock));
        Assert.Equal(Errno.Again, guest.Read(Stdin, out _));
    }

    [Fact]
    public void A_body_over_its_limit_ends_the_guest()
    {
        using var guest = new FakeGuest(new TestInvocation("0123456789", limits: new InvocationLimits { RequestBytes = 5 }));
        Assert.Equal(Errno.Unwound, guest.Read(Stdin, out _));
        Assert.Equal(FaultKind.RequestTooLarge, guest.State.Fault?.Kind);
    }

    [Fact]
    public void Streams_cannot_seek()
    {
        using var guest = new FakeGuest(new TestInvocation());
        Assert.Equal(Errno.SPipe, guest.Call("fd_seek", 1, 0, 1, 0));
        Assert.Equal(Errno.SPipe, guest.Call("fd_tell", 0, 0));
    }
}
