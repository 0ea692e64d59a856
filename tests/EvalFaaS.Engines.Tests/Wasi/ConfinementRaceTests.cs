using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

/// <summary>Somebody swaps a directory for a symbolic link that leads out, again and again, while the guest uses it.</summary>
public sealed class ConfinementRaceTests : IDisposable
{
    private const uint Root = 3;
    private const int Rounds = 20_000;
    private readonly TemporaryFolder _folder = new();
    private readonly FakeGuest _guest;

    public ConfinementRaceTests()
    {
        _folder.Write("file", "outside");
        _folder.Write("inside/a/file", "inside");
        File.CreateSymbolicLink(_folder["inside/b"], "..");
        _guest = new FakeGuest(new DirectoryGrant(_folder["inside"], "/", ReadOnly: false));
    }

    [Fact]
    public void Opening_never_reads_what_lies_outside()
    {
        var reads = 0;
        WhileSwapping(() =>
        {
            var errno = _guest.Open(Root, "a/file", out var fd);
            if (errno != Errno.Success)
            {
                Assert.True(errno is Errno.Perm or Errno.NoEnt or Errno.Again, errno.ToString());
                return;
            }

            Assert.Equal(Errno.Success, _guest.Read(fd, out var text));
            Assert.Equal("inside", text);
            Assert.Equal(Errno.Success, _guest.Call("fd_close", fd));
            reads++;
        });
        Assert.True(reads > 0, "No open succeeded: the race was never won by the guest.");
    }

    [Fact]
    public void Changing_entries_never_changes_what_lies_outside()
    {
        WhileSwapping(() =>
        {
            _guest.OnPath("path_create_directory", Root, "a/made");
            _guest.Rename(Root, "a/made", Root, "a/moved");
            _guest.Link(Root, "a/file", Root, "a/linked");
            _guest.Symlink("x", Root, "a/symlink");
            _guest.OnPath("path_unlink_file", Root, "a/linked");
            _guest.OnPath("path_unlink_file", Root, "a/symlink");
            _guest.OnPath("path_remove_directory", Root, "a/moved");
        });
        Assert.Equal(["file", "inside"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal("outside", File.ReadAllText(_folder["file"]));
    }

    private void WhileSwapping(Action guest)
    {
        string a = _folder["inside/a"], b = _folder["inside/b"], aside = _folder["inside/aside"];
        using var stop = new CancellationTokenSource();
        using var swapping = new ManualResetEventSlim();
        var swapper = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Directory.Move(a, aside);
                Directory.Move(b, a);
                swapping.Set();
                Directory.Move(a, b);
                Directory.Move(aside, a);
            }
        });
        swapper.Start();
        try
        {
            Assert.True(swapping.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), "The swapping thread did not begin.");
            for (var i = 0; i < Rounds; i++) guest();
        }
        finally
        {
            stop.Cancel();
            swapper.Join();
        }
    }

    public void Dispose()
    {
        _guest.Dispose();
        _folder.Dispose();
    }
}
