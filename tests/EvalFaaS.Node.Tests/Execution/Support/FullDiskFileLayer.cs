namespace EvalFaaS.Execution.Tests;

/// <summary>A disk on which one step finds no space left.</summary>
internal sealed class FullDiskFileLayer(int failAt) : IFileLayer
{
    private readonly DiskFileLayer _disk = new();
    private int _steps;

    /// <summary>Whether the step was reached.</summary>
    public bool Failed => _steps >= failAt;

    public void CreateDirectory(string path)
    {
        Step();
        _disk.CreateDirectory(path);
    }

    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Step();
        _disk.Write(path, bytes);
    }

    public void Flush(string path)
    {
        Step();
        _disk.Flush(path);
    }

    public void Rename(string from, string to)
    {
        Step();
        _disk.Rename(from, to);
    }

    public void FlushDirectory(string path)
    {
        Step();
        _disk.FlushDirectory(path);
    }

    public void Delete(string path) => _disk.Delete(path);

    private void Step()
    {
        if (++_steps == failAt) throw new IOException("No space left on device");
    }
}
