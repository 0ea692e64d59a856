namespace EvalFaaS.Harness.Data;

/// <summary>Files that are there whole or not at all, also when the disk runs full.</summary>
internal static class WholeFile
{
    /// <summary>Writes a text file, over the one that is there.</summary>
    public static void Write(string path, string text) => Write(path, p => File.WriteAllText(p, text));

    /// <summary>Writes a binary file likewise.</summary>
    public static void Write(string path, byte[] bytes) => Write(path, p => File.WriteAllBytes(p, bytes));

    /// <summary>Writes a file by what is given its temporary path.</summary>
    public static void Write(string path, Action<string> write)
    {
        var part = path + ".part";
        try
        {
            write(part);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw new IOException($"{path} cannot be written: {e.Message} Free space on the disk or mend its permissions, then try again.", e);
        }
    }
}
