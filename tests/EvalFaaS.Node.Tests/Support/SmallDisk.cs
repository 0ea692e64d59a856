using System.Diagnostics;

namespace EvalFaaS.Node.Tests;

/// <summary>A file system in memory of a given size, which runs full soon; unmounted when disposed. Where it cannot be mounted the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    /// <param name="size">As mount takes it, for example <c>256k</c>.</param>
    public SmallDisk(string size)
    {
        if (Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", _directory.Path)) return;
        _directory.Dispose();
        Assert.Skip("Mounting a small file system needs root.");
    }

    public string Path => _directory.Path;

    public void Dispose()
    {
        Run("umount", "-l", _directory.Path);
        _directory.Dispose();
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
