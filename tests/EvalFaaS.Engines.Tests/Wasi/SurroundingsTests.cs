using Microsoft.Extensions.Time.Testing;

namespace EvalFaaS.Engines.Tests;

/// <summary>Clocks, randomness, arguments, exit: what a guest finds and how it ends.</summary>
public sealed class SurroundingsTests
{
    [Fact]
    public void The_clocks_are_those_of_the_invocation()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddSeconds(5));
        using var guest = new FakeGuest(new TestInvocation { GuestTime = time });
        var at = guest.Room(8);
        Assert.Equal(Errno.Success, guest.Call("clock_time_get", 0, 0, at));
        Assert.Equal(5_000_000_000ul, guest.UInt64(at));
        guest.Call("clock_time_get", 1, 0, at);
        var before = guest.UInt64(at);
        time.Advance(TimeSpan.FromMilliseconds(3));
        guest.Call("clock_time_get", 1, 0, at);
        Assert.Equal(3_000_000ul, guest.UInt64(at) - before);
    }

    [Theory]
    [InlineData(2, nameof(Errno.NotSup))]
    [InlineData(3, nameof(Errno.NotSup))]
    [InlineData(4, nameof(Errno.Inval))]
    public void Other_clocks_are_not_told(int clock, string expected)
    {
        using var guest = new FakeGuest(new TestInvocation());
        Assert.Equal(Enum.Parse<Errno>(expected), guest.Call("clock_time_get", clock, 0, 0));
        Assert.Equal(Enum.Parse<Errno>(expected), guest.Call("clock_res_get", clock, 0));
    }

    [Fact]
    public void Randomness_is_that_of_the_invocation()
    {
        using var guest = new FakeGuest(new TestInvocation { GuestRandom = new Sevens() });
        Assert.Equal(Errno.Success, guest.Call("random_get", 8, 4));
        Assert.Equal([0, 7, 7, 7, 7, 0], guest.Memory.Slice(7, 6).ToArray());
    }

    [Fact]
    public void Arguments_begin_with_the_name()
    {
        using var guest = new FakeGuest(new TestInvocation { GuestEnvironment = new GuestEnvironment { Name = "prog", Arguments = ["a", "ä b"] } });
        Assert.Equal(["prog", "a", "ä b"], Strings(guest, "args"));
    }

    [Fact]
    public void The_environment_of_a_process_is_what_is_configured_and_nothing_else()
    {
        using var guest = new FakeGuest(new TestInvocation { IsProcess = true, GuestEnvironment = GuestEnvironment.Empty with { Variables = [new("A", "1"), new("EMPTY", ""), new("BAD", "x\0y")] } });
        Assert.Equal(["A=1", "EMPTY="], Strings(guest, "environ"));
    }

    [Fact]
    public void An_environment_without_variables_is_empty()
    {
        using var guest = new FakeGuest(new TestInvocation { IsProcess = true });
        Assert.Empty(Strings(guest, "environ"));
    }

    [Fact]
    public void An_exit_unwinds_with_its_code()
    {
        using var guest = new FakeGuest(new TestInvocation());
        guest.Invoke("proc_exit", out var unwound, 3);
        Assert.True(unwound);
        Assert.Equal(3, guest.State.ExitCode);
    }

    [Fact]
    public void A_raised_signal_ends_as_a_shell_would_say()
    {
        using var guest = new FakeGuest(new TestInvocation());
        Assert.Equal(Errno.Success, guest.Call("proc_raise", 0));
        Assert.Equal(Errno.Unwound, guest.Call("proc_raise", 6));
        Assert.Equal(134, guest.State.ExitCode);
    }

    [Fact]
    public void Nothing_is_a_socket()
    {
        using var guest = new FakeGuest(new TestInvocation());
        Assert.Equal(Errno.NotSock, guest.Call("sock_shutdown", 1, 0));
        Assert.Equal(Errno.BadF, guest.Call("sock_accept", 77, 0, 0));
    }

    [Fact]
    public void Only_terminals_are_told_to_be_terminals()
    {
        using var guest = new FakeGuest(new TestInvocation());
        var at = guest.Room(24);
        Assert.Equal(Errno.Success, guest.Call("fd_fdstat_get", 1, at));
        Assert.Equal((byte)FileType.Unknown, guest.Memory[(int)at]);
    }

    [Fact]
    public void A_module_that_calls_before_there_is_an_invocation_is_told_that_nothing_is_there()
    {
        var guest = new FakeGuest(new TestInvocation());
        guest.State.End();
        Assert.Equal(Errno.NoSys, guest.Call("fd_close", 1));
    }

    private static List<string> Strings(FakeGuest guest, string what)
    {
        uint count = guest.Room(4), length = guest.Room(4);
        Assert.Equal(Errno.Success, guest.Call($"{what}_sizes_get", count, length));
        var table = guest.Room((int)guest.UInt32(count) * 4);
        var buffer = guest.Room((int)guest.UInt32(length));
        Assert.Equal(Errno.Success, guest.Call($"{what}_get", table, buffer));
        var strings = new List<string>();
        for (uint i = 0; i < guest.UInt32(count); i++)
        {
            var at = guest.UInt32(table + i * 4);
            strings.Add(guest.Text(at, (uint)guest.Memory[(int)at..].IndexOf((byte)0)));
        }

        return strings;
    }

    private sealed class Sevens : IGuestRandom
    {
        public void Fill(Span<byte> bytes) => bytes.Fill(7);
    }
}
