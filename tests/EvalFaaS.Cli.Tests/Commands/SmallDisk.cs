using System.Diagnostics;

namespace EvalFaaS.Cli.Tests;

/// <summary>A file system of a few megabytes in memory, mounted at a directory of its own. It takes root; without, the test is skipped.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Bytes = 4 << 20;

    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Mounts one.</summary>
    /// <param name="files">How many files and directories it may hold.</param>
    public static async Task<SmallDisk> MountAsync(int files = 1000)
    {
        var path = Directory.CreateTempSubdirectory("evalfaas-disk-").FullName;
        if (!Environment.IsPrivilegedProcess || await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Bytes},nr_inodes={files}", "evalfaas-test", path) != 0)
        {
            Directory.Delete(path);
            Assert.Skip("A small disk cannot be mounted: it takes root.");
        }

        return new SmallDisk(path);
    }

    /// <summary>Leaves not a byte of room.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true) ballast.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Makes room again.</summary>
    public void Free() => File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        // Lazily: the node that used it may still be closing its files.
        await RunAsync("umount", "-l", Path);
        Directory.Delete(Path);
    }

    private static async Task<int> RunAsync(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
