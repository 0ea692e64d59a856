using CsCheck;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class DescriptorTests : IDisposable
{
    private const uint Root = 3;
    private readonly TemporaryFolder _folder = new();
    private readonly FakeGuest _guest;

    public DescriptorTests()
    {
        _folder.Write("inside/file", "text");
        _guest = new FakeGuest(new DirectoryGrant(_folder["inside"], "/", ReadOnly: false));
    }

    /// <summary>Descriptors of this process that lead into the test's folder.</summary>
    private int HostDescriptors => Directory.EnumerateFileSystemEntries("/proc/self/fd")
        .Count(f => new FileInfo(f).LinkTarget?.StartsWith(_folder.Path, StringComparison.Ordinal) == true);

    [Fact]
    public void A_granted_directory_is_not_opened_before_it_is_used()
    {
        Assert.Equal(Errno.Success, _guest.Call("fd_prestat_get", Root, _guest.Room(8)));
        Assert.Equal(0, HostDescriptors);
    }

    [Fact]
    public void Nothing_stays_open_after_the_invocation()
    {
        for (var i = 0; i < 20; i++) Assert.Equal(Errno.Success, _guest.Open(Root, i % 2 == 0 ? "file" : ".", out _));
        Assert.Equal(21, HostDescriptors);
        _guest.State.End();
        Assert.Equal(0, HostDescriptors);
        _guest.State.Begin(_guest.Invocation, _guest.Invocation.Cancellation);
    }

    [Fact]
    public void Failed_calls_leave_nothing_open()
    {
        _folder.Make("inside/sub");
        for (var i = 0; i < 50; i++)
        {
            _guest.Open(Root, "sub/missing", out _);
            _guest.Open(Root, "sub/../..", out _);
            _guest.Open(Root, "file", out _, OpenFlags.Directory);
            _guest.Open(Root, "file", out _, OpenFlags.Create | OpenFlags.Exclusive);
            _guest.Rename(Root, "sub/missing", Root, "sub/other");
            _guest.Rename(Root, "sub/missing", Root, "gone/other");
            _guest.Link(Root, "sub/../file", Root, "sub/../file");
            _guest.OnPath("path_unlink_file", Root, "sub/missing");
            _guest.Status(Root, "sub/missing", follow: true, out _);
        }

        Assert.Equal(1, HostDescriptors);
    }

    [Fact]
    public void A_guest_has_at_most_256_and_may_go_on_after_closing_one()
    {
        var errno = Errno.Success;
        uint last = 0;
        for (var i = 0; i < 300 && errno == Errno.Success; i++)
            if ((errno = _guest.Open(Root, "file", out var fd)) == Errno.Success) last = fd;
        Assert.Equal(Errno.MFile, errno);
        Assert.Equal(255u, last);
        Assert.Equal(Errno.Success, _guest.Call("fd_close", 17));
        Assert.Equal(Errno.Success, _guest.Open(Root, "file", out var again));
        Assert.Equal(17u, again);
    }

    [Fact]
    public void A_pipe_a_socket_or_a_device_is_not_opened_and_does_not_hold_the_thread()
    {
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(_folder["inside/socket"]));
        System.Diagnostics.Process.Start("mkfifo", _folder["inside/pipe"]).WaitForExit();
        Assert.Equal(Errno.Acces, _guest.Open(Root, "pipe", out _));
        Assert.NotEqual(Errno.Success, _guest.Open(Root, "pipe", out _, OpenFlags.None, Rights.FdWrite));
        Assert.NotEqual(Errno.Success, _guest.Open(Root, "socket", out _));
        using var devices = new FakeGuest(new DirectoryGrant("/dev", "/dev"));
        Assert.Equal(Errno.Acces, devices.Open(Root, "null", out _));
    }

    [Fact]
    public void A_directory_that_is_not_there_is_a_fault_that_names_it()
    {
        using var guest = new FakeGuest(new DirectoryGrant(_folder["gone"], "/data"));
        Assert.Equal(Errno.Unwound, guest.Open(Root, "file", out _));
        Assert.Equal(FaultKind.StorageFailed, guest.State.Fault?.Kind);
        Assert.Contains(_folder["gone"], guest.State.Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_behaves_like_a_dictionary_of_lowest_free_numbers() =>
        Gen.Select(Gen.Int[0, 2], Gen.UInt[0, 12], Gen.UInt[0, 12]).Array[0, 60].Sample(steps =>
        {
            var table = new FdTable();
            var model = new SortedDictionary<uint, Descriptor>();
            foreach (var (what, x, y) in steps)
            {
                if (what == 0)
                {
                    var descriptor = new LogStream(new GuestState());
                    var number = (uint)table.Open(descriptor);
                    Assert.Equal(Enumerable.Range(0, int.MaxValue).Select(n => (uint)n).First(n => !model.ContainsKey(n)), number);
                    model[number] = descriptor;
                }
                else if (what == 1)
                {
                    Assert.Equal(model.Remove(x) ? Errno.Success : Errno.BadF, table.Close(x));
                }
                else
                {
                    var both = model.ContainsKey(x) && model.ContainsKey(y);
                    Assert.Equal(both ? Errno.Success : Errno.BadF, table.Renumber(x, y));
                    if (both && x != y)
                    {
                        model[y] = model[x];
                        model.Remove(x);
                    }
                }

                for (uint n = 0; n < 64; n++) Assert.Same(model.GetValueOrDefault(n), table[n]);
            }
        }, iter: 300);

    public void Dispose()
    {
        _guest.Dispose();
        _folder.Dispose();
    }
}
