namespace EvalFaaS.Execution;

/// <summary>The steps by which files change, one method a step, so that a test can stop the world after any of them.</summary>
internal interface IFileLayer
{
    void CreateDirectory(string path);

    void Write(string path, ReadOnlySpan<byte> bytes);

    /// <summary>Makes a file's bytes durable.</summary>
    void Flush(string path);

    /// <summary>Gives a file another name, replacing what had it.</summary>
    void Rename(string from, string to);

    /// <summary>Makes a directory's names durable.</summary>
    void FlushDirectory(string path);

    /// <summary>Removes a file where it is there.</summary>
    void Delete(string path);
}
