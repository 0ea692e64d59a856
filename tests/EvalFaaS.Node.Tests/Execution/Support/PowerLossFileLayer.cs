namespace EvalFaaS.Execution.Tests;

/// <summary>
/// A disk whose power fails at a given step. What was not flushed by then is torn, renames whose directory was not flushed may be undone,
/// and nothing changes any more.
/// </summary>
internal sealed class PowerLossFileLayer(int stopAt, bool undoRenames) : IFileLayer
{
    private readonly DiskFileLayer _disk = new();
    private readonly HashSet<string> _flushed = [];
    private readonly HashSet<string> _written = [];
    private readonly Stack<(string From, string To, byte[]? Replaced)> _renames = [];
    private int _steps;

    /// <summary>Steps taken; tells a dry run how many there are.</summary>
    public int Steps => _steps;

    public bool Failed { get; private set; }

    public void CreateDirectory(string path)
    {
        Step();
        _disk.CreateDirectory(path);
    }

    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        _written.Add(path);
        _flushed.Remove(path);
        if (_steps + 1 == stopAt) _disk.Write(path, bytes[..(bytes.Length / 2)]);
        Step();
        _disk.Write(path, bytes);
    }

    public void Flush(string path)
    {
        Step();
        _disk.Flush(path);
        _flushed.Add(path);
    }

    public void Rename(string from, string to)
    {
        Step();
        _renames.Push((from, to, File.Exists(to) ? File.ReadAllBytes(to) : null));
        _disk.Rename(from, to);
        _written.Remove(from);
        _written.Add(to);
        if (_flushed.Remove(from)) _flushed.Add(to);
        else _flushed.Remove(to);
    }

    public void FlushDirectory(string path)
    {
        Step();
        _disk.FlushDirectory(path);
        var kept = _renames.Where(r => Path.GetDirectoryName(r.To) != path).Reverse().ToList();
        _renames.Clear();
        foreach (var rename in kept) _renames.Push(rename);
    }

    public void Delete(string path)
    {
        Step();
        _disk.Delete(path);
    }

    private void Step()
    {
        if (Failed || ++_steps == stopAt)
        {
            if (!Failed) LosePower();
            throw new IOException("The power failed.");
        }
    }

    private void LosePower()
    {
        Failed = true;
        foreach (var path in _written.Where(p => !_flushed.Contains(p) && File.Exists(p)))
        {
            using var file = File.Open(path, FileMode.Open);
            file.SetLength(file.Length / 2);
        }

        if (!undoRenames) return;
        foreach (var (from, to, replaced) in _renames)
        {
            File.Move(to, from, overwrite: true);
            if (replaced is not null) File.WriteAllBytes(to, replaced);
        }
    }
}
