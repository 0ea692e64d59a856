using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

/// <summary>What a guest must not reach. Around the granted directory lies a secret; no way may lead to it.</summary>
public sealed class ConfinementTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _inside;
    private readonly FakeGuest _guest;

    public ConfinementTests()
    {
        _inside = _folder.Make("inside");
        _folder.Write("secret", "secret");
        _folder.Write("inside/sub/file", "open");
        _guest = new FakeGuest(new DirectoryGrant(_inside, "/", ReadOnly: false));
    }

    private const uint Root = 3;

    [Theory]
    [InlineData("../secret")]
    [InlineData("sub/../../secret")]
    [InlineData("./../inside/../secret")]
    [InlineData("..")]
    [InlineData("../inside/sub/file")]
    public void Dots_do_not_lead_out(string path)
    {
        Assert.Equal(Errno.Perm, _guest.Open(Root, path, out _));
        Assert.Equal(Errno.Perm, _guest.Status(Root, path, follow: true, out _));
        Assert.Equal(Errno.Perm, _guest.Status(Root, path, follow: false, out _));
    }

    [Fact]
    public void Dots_lead_no_further_up_than_the_descriptor_they_start_from()
    {
        Assert.Equal(Errno.Success, _guest.Open(Root, "sub", out var sub, OpenFlags.Directory));
        Assert.Equal(Errno.Perm, _guest.Open(sub, "../sub/file", out _));
        Assert.Equal(Errno.Success, _guest.Open(sub, "file", out _));
    }

    [Fact]
    public void Absolute_paths_are_refused()
    {
        Assert.Equal(Errno.Perm, _guest.Open(Root, _folder["secret"], out _));
        Assert.Equal(Errno.Perm, _guest.Open(Root, "/sub/file", out _));
    }

    [Fact]
    public void A_symbolic_link_that_leads_out_is_not_followed()
    {
        File.CreateSymbolicLink(Path.Combine(_inside, "absolute"), _folder["secret"]);
        File.CreateSymbolicLink(Path.Combine(_inside, "relative"), "../secret");
        File.CreateSymbolicLink(Path.Combine(_inside, "up"), "..");
        foreach (var path in (string[])["absolute", "relative", "up/secret", "up", "up/"])
        {
            Assert.Equal(Errno.Perm, _guest.Open(Root, path, out _));
            Assert.Equal(Errno.Perm, _guest.Status(Root, path, follow: true, out _));
        }

        foreach (var function in (string[])["path_create_directory", "path_remove_directory", "path_unlink_file"])
            Assert.Equal(Errno.Perm, _guest.OnPath(function, Root, "up/inside/sub/file"));
    }

    [Fact]
    public void A_magic_link_of_proc_is_not_followed()
    {
        using var guest = new FakeGuest(new DirectoryGrant("/proc/self", "/proc"));
        Assert.NotEqual(Errno.Success, guest.Open(Root, "root/etc/passwd", out _));
        Assert.NotEqual(Errno.Success, guest.Open(Root, "cwd", out _));
        Assert.NotEqual(Errno.Success, guest.Open(Root, "fd/0", out _));
    }

    [Fact]
    public void A_link_made_by_the_guest_leads_nowhere_else()
    {
        Assert.Equal(Errno.Perm, _guest.Symlink(_folder["secret"], Root, "a"));
        Assert.Equal(Errno.Perm, _guest.Symlink("/", Root, "b"));
        Assert.Equal(Errno.Success, _guest.Symlink("../secret", Root, "c"));
        Assert.Equal(Errno.Perm, _guest.Open(Root, "c", out _));
        Assert.Equal(Errno.Perm, _guest.Open(Root, "c", out _, OpenFlags.Create | OpenFlags.Truncate, Rights.FdWrite));
        Assert.Equal("secret", File.ReadAllText(_folder["secret"]));
    }

    [Fact]
    public void A_link_that_stays_inside_until_it_is_moved_does_not_lead_out_after()
    {
        _folder.Make("inside/sub/deep");
        Assert.Equal(Errno.Success, _guest.Symlink("../../secret", Root, "sub/deep/link"));
        Assert.Equal(Errno.NoEnt, _guest.Open(Root, "sub/deep/link", out _));
        Assert.Equal(Errno.Success, _guest.Rename(Root, "sub/deep/link", Root, "sub/link"));
        Assert.Equal(Errno.Perm, _guest.Open(Root, "sub/link", out _));
    }

    [Fact]
    public void Nothing_is_created_outside()
    {
        File.CreateSymbolicLink(Path.Combine(_inside, "dangling"), "../created");
        Assert.Equal(Errno.Perm, _guest.Open(Root, "dangling", out _, OpenFlags.Create, Rights.FdWrite));
        Assert.Equal(Errno.Perm, _guest.Open(Root, "../created", out _, OpenFlags.Create, Rights.FdWrite));
        Assert.Equal(Errno.Perm, _guest.OnPath("path_create_directory", Root, "../created"));
        Assert.Equal(Errno.Perm, _guest.Symlink("x", Root, "../created"));
        Assert.False(Path.Exists(_folder["created"]));
    }

    [Fact]
    public void Nothing_is_moved_or_linked_out_or_in()
    {
        Assert.Equal(Errno.Perm, _guest.Rename(Root, "sub/file", Root, "../stolen"));
        Assert.Equal(Errno.Perm, _guest.Rename(Root, "../secret", Root, "stolen"));
        Assert.Equal(Errno.Perm, _guest.Link(Root, "../secret", Root, "stolen"));
        Assert.Equal(Errno.Perm, _guest.Link(Root, "sub/file", Root, "../stolen"));
        Assert.True(File.Exists(_folder["secret"]));
        Assert.True(File.Exists(_folder["inside/sub/file"]));
    }

    [Fact]
    public void Linking_a_symbolic_link_links_the_link_and_not_what_it_names()
    {
        File.CreateSymbolicLink(Path.Combine(_inside, "out"), _folder["secret"]);
        Assert.Equal(Errno.Success, _guest.Link(Root, "out", Root, "copy"));
        Assert.NotNull(new FileInfo(Path.Combine(_inside, "copy")).LinkTarget);
        Assert.Equal(Errno.Perm, _guest.Open(Root, "copy", out _));
        Assert.Equal(Errno.NotDir, _guest.Link(Root, "out/", Root, "other"));
    }

    [Fact]
    public void A_directory_that_was_moved_is_still_the_upper_end_of_its_paths()
    {
        _folder.Make("inside/a/b");
        Assert.Equal(Errno.Success, _guest.Open(Root, "a/b", out var b, OpenFlags.Directory));
        Assert.Equal(Errno.Success, _guest.Rename(Root, "a/b", Root, "b"));
        Assert.Equal(Errno.Perm, _guest.Open(b, "../sub/file", out _));
        Assert.Equal(Errno.Perm, _guest.Open(b, "../../secret", out _));
    }

    [Fact]
    public void The_inode_of_the_parent_is_not_told()
    {
        _guest.Reset();
        var buffer = _guest.Room(4096);
        var used = _guest.Room(4);
        Assert.Equal(Errno.Success, _guest.Call("fd_readdir", Root, buffer, 4096, 0, used));
        var end = buffer + _guest.UInt32(used);
        for (var at = buffer; at < end; at += 24 + _guest.UInt32(at + 16))
            if (_guest.Text(at + 24, _guest.UInt32(at + 16)) == "..") Assert.Equal(0ul, _guest.UInt64(at + 8));
    }

    [Theory]
    [InlineData("sub/fi\0le", nameof(Errno.Inval))]
    [InlineData("", nameof(Errno.NoEnt))]
    [InlineData("sub/file/", nameof(Errno.NotDir))]
    public void A_path_that_is_none_is_refused(string path, string expected) =>
        Assert.Equal(Enum.Parse<Errno>(expected), _guest.Open(Root, path, out _));

    [Fact]
    public void A_path_longer_than_the_host_takes_is_refused() =>
        Assert.Equal(Errno.NameTooLong, _guest.Open(Root, string.Concat(Enumerable.Repeat("sub/../", 700)) + "sub/file", out _));

    public void Dispose()
    {
        _guest.Dispose();
        _folder.Dispose();
    }
}
