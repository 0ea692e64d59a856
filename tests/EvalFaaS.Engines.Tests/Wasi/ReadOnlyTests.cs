using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class ReadOnlyTests : IDisposable
{
    private const uint Fixed = 3;
    private const uint Free = 4;
    private readonly TemporaryFolder _folder = new();
    private readonly FakeGuest _guest;

    public ReadOnlyTests()
    {
        _folder.Write("fixed/file", "kept");
        _folder.Write("free/file", "own");
        _folder.Make("fixed/empty");
        _guest = new FakeGuest(new DirectoryGrant(_folder["fixed"], "/fixed"), new DirectoryGrant(_folder["free"], "/free", ReadOnly: false));
    }

    [Fact]
    public void It_is_read()
    {
        Assert.Equal(Errno.Success, _guest.Open(Fixed, "file", out var fd));
        Assert.Equal(Errno.Success, _guest.Read(fd, out var text));
        Assert.Equal("kept", text);
    }

    [Fact]
    public void Opening_for_writing_is_refused()
    {
        Assert.Equal(Errno.RoFs, _guest.Open(Fixed, "file", out _, OpenFlags.None, Rights.FdRead | Rights.FdWrite));
        Assert.Equal(Errno.RoFs, _guest.Open(Fixed, "file", out _, OpenFlags.Truncate, Rights.FdRead));
        Assert.Equal(Errno.RoFs, _guest.Open(Fixed, "new", out _, OpenFlags.Create, Rights.FdRead));
        Assert.Equal(Errno.RoFs, _guest.Open(Fixed, "new", out _, OpenFlags.Create | OpenFlags.Exclusive, Rights.FdRead));
    }

    [Fact]
    public void Creating_what_is_there_is_opening_it()
    {
        Assert.Equal(Errno.Success, _guest.Open(Fixed, "file", out _, OpenFlags.Create, Rights.FdRead));
        Assert.Equal(Errno.Exist, _guest.Open(Fixed, "file", out _, OpenFlags.Create | OpenFlags.Exclusive, Rights.FdRead));
    }

    [Fact]
    public void A_file_opened_with_the_right_to_resize_alone_cannot_be_resized()
    {
        Assert.Equal(Errno.Success, _guest.Open(Fixed, "file", out var fd, OpenFlags.None, Rights.FdRead | Rights.FdFileStatSetSize | Rights.FdAllocate | Rights.FdFileStatSetTimes));
        Assert.Equal(Errno.NotCapable, _guest.Call("fd_filestat_set_size", fd, 0));
        Assert.Equal(Errno.NotCapable, _guest.Call("fd_allocate", fd, 0, 100));
        Assert.Equal(Errno.RoFs, _guest.Call("fd_filestat_set_times", fd, 0, 0, 1));
        Assert.Equal("kept", File.ReadAllText(_folder["fixed/file"]));
    }

    [Fact]
    public void Entries_are_neither_made_nor_removed()
    {
        Assert.Equal(Errno.RoFs, _guest.OnPath("path_create_directory", Fixed, "new"));
        Assert.Equal(Errno.RoFs, _guest.OnPath("path_unlink_file", Fixed, "file"));
        Assert.Equal(Errno.RoFs, _guest.OnPath("path_remove_directory", Fixed, "empty"));
        Assert.Equal(Errno.RoFs, _guest.Symlink("file", Fixed, "link"));
        Assert.Equal(["empty", "file"], Directory.EnumerateFileSystemEntries(_folder["fixed"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Nothing_moves_in_or_out()
    {
        Assert.Equal(Errno.RoFs, _guest.Rename(Fixed, "file", Free, "taken"));
        Assert.Equal(Errno.RoFs, _guest.Rename(Free, "file", Fixed, "given"));
    }

    [Fact]
    public void A_hard_link_out_would_make_it_writable_and_is_refused() =>
        Assert.Equal(Errno.RoFs, _guest.Link(Fixed, "file", Free, "file2"));

    [Fact]
    public void A_directory_opened_beneath_it_is_read_only_too()
    {
        Assert.Equal(Errno.Success, _guest.Open(Fixed, "empty", out var empty, OpenFlags.Directory));
        Assert.Equal(Errno.RoFs, _guest.Open(empty, "new", out _, OpenFlags.Create, Rights.FdWrite));
        Assert.Equal(Errno.RoFs, _guest.OnPath("path_create_directory", empty, "new"));
    }

    [Fact]
    public void Files_move_between_directories_that_may_be_changed()
    {
        using var guest = new FakeGuest(new DirectoryGrant(_folder["free"], "/a", ReadOnly: false), new DirectoryGrant(_folder.Make("other"), "/b", ReadOnly: false));
        Assert.Equal(Errno.Success, guest.Rename(3, "file", 4, "file"));
        Assert.Equal("own", File.ReadAllText(_folder["other/file"]));
    }

    public void Dispose()
    {
        _guest.Dispose();
        _folder.Dispose();
    }
}
