namespace EvalFaaS.Engines.Tests;

public sealed class ScratchTests
{
    private const uint Scratch = 3;

    private static TestInvocation Invocation => new() { IsProcess = true, GuestEnvironment = GuestEnvironment.Empty with { Scratch = true } };

    [Fact]
    public void It_is_there_as_tmp_and_gone_after_the_invocation()
    {
        string path;
        using (var guest = new FakeGuest(Invocation))
        {
            Assert.Equal(Errno.Success, guest.Open(Scratch, "file", out var fd, OpenFlags.Create, Rights.FdWrite));
            Assert.Equal(Errno.Success, guest.Write(fd, "text"));
            path = HostPath(guest);
            Assert.Equal("text", File.ReadAllText(Path.Combine(path, "file")));
        }

        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void It_is_another_one_for_each_invocation()
    {
        using var one = new FakeGuest(Invocation);
        using var other = new FakeGuest(Invocation);
        Assert.Equal(Errno.Success, one.OnPath("path_create_directory", Scratch, "mine"));
        Assert.Equal(Errno.NoEnt, other.Status(Scratch, "mine", follow: true, out _));
    }

    [Fact]
    public void A_guest_that_nests_deeper_than_a_path_is_long_leaves_nothing()
    {
        string path;
        using (var guest = new FakeGuest(Invocation))
        {
            path = HostPath(guest);
            var at = Scratch;
            for (var i = 0; i < 5_000; i++)
            {
                Assert.Equal(Errno.Success, guest.OnPath("path_create_directory", at, "directory"));
                Assert.Equal(Errno.Success, guest.Open(at, "file", out var file, OpenFlags.Create, Rights.FdWrite));
                guest.Call("fd_close", file);
                Assert.Equal(Errno.Success, guest.Open(at, "directory", out var inner, OpenFlags.Directory));
                if (at != Scratch) guest.Call("fd_close", at);
                at = inner;
            }
        }

        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void Removing_it_does_not_follow_links_out()
    {
        using var outside = new TemporaryFolder();
        outside.Write("kept", "kept");
        string path;
        using (var guest = new FakeGuest(Invocation))
        {
            path = HostPath(guest);
            Assert.Equal(Errno.Success, guest.Symlink("../../../../../../../.." + outside.Path, Scratch, "link"));
            Directory.CreateSymbolicLink(Path.Combine(path, "absolute"), outside.Path);
        }

        Assert.False(Directory.Exists(path));
        Assert.True(File.Exists(outside["kept"]));
    }

    /// <summary>The directory's path on the host.</summary>
    private static string HostPath(FakeGuest guest)
    {
        var name = $"marker-{Guid.NewGuid():N}";
        Assert.Equal(Errno.Success, guest.OnPath("path_create_directory", Scratch, name));
        var found = Directory.EnumerateDirectories(Path.GetTempPath(), "evalfaas-*").Single(d => Directory.Exists(Path.Combine(d, name)));
        Assert.Equal(Errno.Success, guest.OnPath("path_remove_directory", Scratch, name));
        return found;
    }
}
