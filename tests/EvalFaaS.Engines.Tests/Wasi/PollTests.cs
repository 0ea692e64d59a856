using System.Buffers.Binary;
using System.IO.Pipelines;
using EvalFaaS.Model;
using Microsoft.Extensions.Time.Testing;

namespace EvalFaaS.Engines.Tests;

public sealed class PollTests
{
    private const long Second = 1_000_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_clock_comes_when_its_time_has_come()
    {
        var time = new FakeTimeProvider();
        using var guest = Guest(time, out _);
        var start = time.GetTimestamp();
        var events = await Polled(guest, time, Clock(7, Second));
        Assert.Equal([(7ul, Errno.Success, PollKind.Clock)], events);
        Assert.True(time.GetElapsedTime(start) >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_earliest_of_several_clocks_ends_the_wait()
    {
        var time = new FakeTimeProvider();
        using var guest = Guest(time, out _);
        var events = await Polled(guest, time, Clock(1, 5_000_000 * Second), Clock(2, Second / 100), Clock(3, 3_000_000 * Second));
        Assert.Equal([(2ul, Errno.Success, PollKind.Clock)], events);
    }

    [Fact]
    public async Task An_absolute_time_in_the_past_has_come()
    {
        var time = new FakeTimeProvider();
        using var guest = Guest(time, out _);
        var events = await Polled(guest, time, Clock(1, 1, absolute: true));
        Assert.Equal([(1ul, Errno.Success, PollKind.Clock)], events);
    }

    [Fact]
    public async Task Stdin_comes_when_bytes_have_come()
    {
        var time = new FakeTimeProvider();
        var pipe = new Pipe();
        using var guest = Guest(time, out _, pipe.Reader);
        var polling = Polling(guest, Fd(1, PollKind.Read, 0), Clock(2, 3600 * Second));
        await pipe.Writer.WriteAsync("x"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(Errno.Success, await polling.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal([(1ul, Errno.Success, PollKind.Read)], Events(guest));
        Assert.Equal(Errno.Success, guest.Read(0, out var text));
        Assert.Equal("x", text);
    }

    [Fact]
    public async Task A_clock_ends_the_wait_for_stdin()
    {
        var time = new FakeTimeProvider();
        using var guest = Guest(time, out _, new Pipe().Reader);
        var events = await Polled(guest, time, Fd(1, PollKind.Read, 0), Clock(2, Second));
        Assert.Equal([(2ul, Errno.Success, PollKind.Clock)], events);
    }

    [Fact]
    public async Task The_streams_that_are_ready_come_at_once_and_wrong_ones_with_their_error()
    {
        var time = new FakeTimeProvider();
        using var guest = Guest(time, out _);
        var events = await Polled(guest, time, Fd(1, PollKind.Read, 0), Fd(2, PollKind.Write, 1), Fd(3, PollKind.Write, 99), Clock(4, Second));
        Assert.Equal([(1ul, Errno.Success, PollKind.Read), (2ul, Errno.Success, PollKind.Write), (3ul, Errno.BadF, PollKind.Write)], events);
    }

    [Theory]
    [InlineData(CancelReason.Kill, FaultKind.Killed)]
    [InlineData(CancelReason.ClientGone, FaultKind.ClientGone)]
    [InlineData(CancelReason.Drain, FaultKind.Draining)]
    public async Task A_wait_ends_with_the_invocation(CancelReason reason, FaultKind expected)
    {
        using var guest = Guest(new FakeTimeProvider(), out var cancellation);
        var polling = Polling(guest, Clock(1, 3600 * Second));
        cancellation.Request(reason);
        Assert.Equal(Errno.Unwound, await polling.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal(expected, guest.State.Fault?.Kind);
    }

    [Fact]
    public async Task A_wait_ends_at_the_deadline()
    {
        var time = new FakeTimeProvider();
        using var guest = Guest(time, out var cancellation);
        cancellation.Arm(TimeSpan.FromSeconds(1));
        var polling = Polling(guest, Clock(1, long.MaxValue));
        await Advance(time, polling);
        Assert.Equal(Errno.Unwound, await polling);
        Assert.Equal(FaultKind.Deadline, guest.State.Fault?.Kind);
    }

    [Fact]
    public async Task Events_may_overwrite_their_subscriptions()
    {
        var time = new FakeTimeProvider();
        using var guest = Guest(time, out _);
        byte[][] subscriptions = [.. Enumerable.Range(0, 20).Select(i => Fd((ulong)i, PollKind.Write, 1))];
        guest.Reset();
        var at = Put(guest, subscriptions);
        var count = guest.Room(4);
        Assert.Equal(Errno.Success, guest.Call("poll_oneoff", at, at, subscriptions.Length, count));
        Assert.Equal(20u, guest.UInt32(count));
        for (uint i = 0; i < 20; i++) Assert.Equal(i, guest.UInt64(at + i * 32));
        await Task.CompletedTask;
    }

    private static FakeGuest Guest(FakeTimeProvider time, out InvocationCancellation cancellation, PipeReader? input = null)
    {
        cancellation = new InvocationCancellation(time);
        var invocation = input is null ? new TestInvocation { GuestTime = time } : new TestInvocation(input, null) { GuestTime = time };
        return new FakeGuest(invocation, cancellation: cancellation);
    }

    private static async Task<List<(ulong, Errno, PollKind)>> Polled(FakeGuest guest, FakeTimeProvider time, params byte[][] subscriptions)
    {
        var polling = Polling(guest, subscriptions);
        await Advance(time, polling);
        Assert.Equal(Errno.Success, await polling);
        return Events(guest);
    }

    /// <summary>Lets fake time go on until the task has ended.</summary>
    private static async Task Advance(FakeTimeProvider time, Task task)
    {
        while (!task.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }
    }

    private static Task<Errno> Polling(FakeGuest guest, params byte[][] subscriptions) => Task.Run(() =>
    {
        guest.Reset();
        var count = guest.Room(8);
        var events = guest.Room(subscriptions.Length * 32);
        return guest.Call("poll_oneoff", Put(guest, subscriptions), events, subscriptions.Length, count);
    });

    private static List<(ulong, Errno, PollKind)> Events(FakeGuest guest)
    {
        var events = new List<(ulong, Errno, PollKind)>();
        for (uint i = 0; i < guest.UInt32(0); i++)
        {
            var at = 8 + i * 32;
            events.Add((guest.UInt64(at), (Errno)(guest.UInt32(at + 8) & 0xFFFF), (PollKind)guest.Memory[(int)at + 10]));
        }

        return events;
    }

    private static uint Put(FakeGuest guest, byte[][] subscriptions)
    {
        var at = guest.Room(subscriptions.Length * 48);
        for (var i = 0; i < subscriptions.Length; i++) subscriptions[i].CopyTo(guest.Memory[((int)at + i * 48)..]);
        return at;
    }

    private static byte[] Clock(ulong userData, long timeout, bool absolute = false)
    {
        var bytes = new byte[48];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, userData);
        bytes[16] = 1;
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), timeout);
        bytes[40] = absolute ? (byte)1 : (byte)0;
        return bytes;
    }

    private static byte[] Fd(ulong userData, PollKind kind, uint fd)
    {
        var bytes = new byte[48];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, userData);
        bytes[8] = (byte)kind;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), fd);
        return bytes;
    }
}
