using System.Diagnostics;

namespace EvalFaaS.Tests;

/// <summary>A file system in memory of a given size, which can be filled; unmounted when disposed. Where it cannot be mounted the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    /// <param name="size">As mount takes it, for example <c>256k</c>.</param>
    /// <param name="files">How many files and directories it may hold.</param>
    public SmallDisk(string size, int files = 1000)
    {
        if (Run("mount", "-t", "tmpfs", "-o", $"size={size},nr_inodes={files}", "tmpfs", Path)) return;
        Directory.Delete(Path);
        Assert.Skip("Mounting a small file system needs root.");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("evalfaas-test-").FullName;

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Takes all the room that is left, but for so many bytes (in pages of 4 KiB).</summary>
    public void Fill(int leave = 0)
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true) filler.Write(new byte[512]);
        }
        catch (IOException)
        {
            // Full.
        }
        filler.SetLength(filler.Length - leave);
    }

    /// <summary>Gives back the room that <see cref="Fill"/> took.</summary>
    public void Free() => File.Delete(Filler);

    public void Dispose()
    {
        // Lazily: a process that used it may still be closing its files.
        Run("umount", "-l", Path);
        Directory.Delete(Path);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
