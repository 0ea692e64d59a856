using CsCheck;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

/// <summary>A guest may call anything with anything.</summary>
public sealed class HostileCallTests
{
    private const long End = FakeGuest.MemoryLength;
    private static readonly string[] Names = [.. WasiPreview1.Functions.Select(f => f.Name).Order()];

    private static readonly Gen<long> Argument = Gen.Frequency(
        (6, Pick<long>(0, 1, 2, 3, 4, 5, 8, 16, 64)),
        (2, Pick<long>(End - 1, End - 4, End - 8, End, End + 1, int.MaxValue, uint.MaxValue, int.MinValue, long.MaxValue, long.MinValue, -1)),
        (2, Gen.Long[0, End]),
        (1, Gen.Long));

    [Fact]
    public void No_call_throws_and_only_an_ended_guest_is_unwound() =>
        Gen.Select(Gen.Byte.Array[512], Gen.Select(Gen.Int[0, Names.Length - 1], Argument.Array[9]).Array[40]).Sample((memory, calls) =>
        {
            using var folder = new TemporaryFolder();
            folder.Write("inside/file", "text");
            using var guest = new FakeGuest(Invocation(folder["inside"]));
            memory.CopyTo(guest.Memory);
            foreach (var (which, arguments) in calls)
            {
                var name = Names[which];
                guest.Invoke(name, out var unwound, arguments.AsSpan(0, Parameters(name)));
                if (!unwound) continue;
                Assert.True(guest.State.ExitCode is not null || guest.State.Fault?.Kind is FaultKind.Deadline or FaultKind.ResponseTooLarge, $"{name}: {guest.State.Fault}");
                return;
            }
        }, iter: 300, threads: 1);

    [Theory]
    [InlineData("fd_write")]
    [InlineData("fd_read")]
    public void A_huge_table_of_buffers_is_refused(string name)
    {
        using var guest = new FakeGuest(new TestInvocation());
        Assert.Equal(Errno.Inval, guest.Call(name, name == "fd_read" ? 0 : 1, 0, uint.MaxValue, 0));
        Assert.Equal(Errno.Inval, guest.Call(name, name == "fd_read" ? 0 : 1, 0, 1025, 0));
    }

    [Fact]
    public void Randomness_beyond_the_memory_is_refused_before_any_is_made()
    {
        using var guest = new FakeGuest(new TestInvocation());
        Assert.Equal(Errno.Fault, guest.Call("random_get", 16, uint.MaxValue));
        Assert.Equal(0, guest.Memory[16]);
    }

    [Fact]
    public void Too_many_subscriptions_are_refused()
    {
        using var guest = new FakeGuest(new TestInvocation());
        Assert.Equal(Errno.Inval, guest.Call("poll_oneoff", 0, 0, uint.MaxValue, 0));
        Assert.Equal(Errno.Inval, guest.Call("poll_oneoff", 0, 0, 0, 0));
    }

    [Fact]
    public void Every_function_of_the_specification_is_there() => Assert.Equal(46, Names.Distinct().Count());

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static int Parameters(string name) => WasiPreview1.Functions.First(f => f.Name == name).Type.Parameters.Length;

    private static TestInvocation Invocation(string directory) => new(limits: new InvocationLimits { Timeout = TimeSpan.FromMilliseconds(20), ResponseBytes = 1 << 20 })
    {
        GuestEnvironment = GuestEnvironment.Empty with { Directories = [new DirectoryGrant(directory, "/", ReadOnly: false)] },
    };
}
