using CsCheck;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

/// <summary>Whatever tree of directories and links there is and whatever path is asked for: what is found lies inside.</summary>
public sealed class ConfinementPropertyTests
{
    private const uint Root = 3;
    private static readonly string[] Directories = ["a", "b", "a/c", "a/c/d"];
    private static readonly string[] Links = ["l", "a/l", "a/c/l", "b/m"];

    private static readonly Gen<string> Component = Pick("..", "..", ".", "", "a", "b", "c", "d", "l", "m", "f", "secret", "outside");
    private static readonly Gen<string> AnyPath = Component.Array[1, 8].Select(c => string.Join('/', c));
    private static readonly Gen<string> Target = Gen.Frequency((4, AnyPath), (1, Gen.Const("/")), (1, Gen.Const("/etc")), (1, Gen.Const("/proc/self/root")));

    [Fact]
    public void A_path_finds_only_what_lies_inside() =>
        Gen.Select(Target.Array[Links.Length], AnyPath.Array[20], Gen.Bool).Sample((targets, paths, follow) =>
        {
            using var folder = new TemporaryFolder();
            var inside = Build(folder, targets);
            using var guest = new FakeGuest(new DirectoryGrant(folder["inside"], "/", ReadOnly: false));
            foreach (var path in paths)
            {
                if (guest.Status(Root, path, follow, out var inode) == Errno.Success) Assert.Contains(inode, inside);
                if (guest.Open(Root, path, out var fd, follow: follow) != Errno.Success) continue;
                guest.Reset();
                var status = guest.Room(64);
                Assert.Equal(Errno.Success, guest.Call("fd_filestat_get", fd, status));
                Assert.Contains(guest.UInt64(status + 8), inside);
            }
        }, iter: 200, threads: 1);

    [Fact]
    public void A_change_touches_only_what_lies_inside() =>
        Gen.Select(Target.Array[Links.Length], AnyPath.Array[10], AnyPath.Array[10], Gen.Int[0, 5].Array[10]).Sample((targets, paths, others, what) =>
        {
            using var folder = new TemporaryFolder();
            Build(folder, targets);
            var before = Outside(folder);
            using (var guest = new FakeGuest(new DirectoryGrant(folder["inside"], "/", ReadOnly: false)))
                for (var i = 0; i < paths.Length; i++) Change(guest, what[i], paths[i], others[i]);
            Assert.Equal(before, Outside(folder));
        }, iter: 200, threads: 1);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void Change(FakeGuest guest, int what, string path, string other)
    {
        _ = what switch
        {
            0 => guest.OnPath("path_create_directory", Root, path),
            1 => guest.OnPath("path_remove_directory", Root, path),
            2 => guest.OnPath("path_unlink_file", Root, path),
            3 => guest.Rename(Root, path, Root, other),
            4 => guest.Link(Root, path, Root, other),
            _ => guest.Open(Root, path, out _, OpenFlags.Create | OpenFlags.Truncate, Rights.FdWrite),
        };
    }

    /// <summary>Makes the tree and gives the inodes of all that is in it.</summary>
    private static HashSet<ulong> Build(TemporaryFolder folder, string[] targets)
    {
        folder.Write("secret", "secret");
        folder.Write("outside/f", "secret");
        foreach (var directory in Directories)
        {
            folder.Make(Path.Combine("inside", directory));
            folder.Write(Path.Combine("inside", directory, "f"), "own");
        }

        foreach (var (link, target) in Links.Zip(targets)) File.CreateSymbolicLink(folder[Path.Combine("inside", link)], target.Length == 0 ? "." : target);
        string[] all = ["", .. Directories, .. Directories.Select(d => d + "/f"), .. Links];
        return all.Select(p => InodeOf(folder[Path.Combine("inside", p)])).ToHashSet();
    }

    private static ulong InodeOf(string path)
    {
        using var fd = new HostFd(Libc.Open(path, (int)(LinuxOpen.Path | LinuxOpen.NoFollow | LinuxOpen.CloseOnExec)));
        Assert.Equal(Errno.Success, FileStatus.Of(fd, out var status));
        return status.Inode;
    }

    private static string Outside(TemporaryFolder folder) => string.Join(' ',
        Directory.EnumerateFileSystemEntries(folder.Path).Order().Concat(Directory.EnumerateFileSystemEntries(folder["outside"]).Order()))
        + File.ReadAllText(folder["secret"]) + File.ReadAllText(folder["outside/f"]);
}
