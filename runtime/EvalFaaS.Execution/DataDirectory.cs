using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>A node's data directory, held by one node at a time.</summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream _lock;

    private DataDirectory(FileStream held) => _lock = held;

    /// <summary>Makes it where it is missing, and takes hold of it until disposed (or the process ends, however it ends).</summary>
    /// <exception cref="FaultException">It cannot be written, or another node has it.</exception>
    public static DataDirectory Hold(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(FaultKind.StorageFailed, "store", $"The data directory {path} cannot be made: {e.Message} Name another one, or mend its permissions.", inner: e);
        }

        try
        {
            return new DataDirectory(new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(FaultKind.StorageFailed, "store", $"The data directory {path} is in use by another node, or cannot be written: {e.Message} End that node or name another directory.", inner: e);
        }
    }

    public void Dispose() => _lock.Dispose();
}
