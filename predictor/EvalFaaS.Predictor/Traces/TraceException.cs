namespace EvalFaaS.Predictor.Traces;

/// <summary>A trace file that cannot be used. The message names the file and, where there is one, the line.</summary>
public sealed class TraceException : IOException
{
    /// <summary>A problem of a whole file.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="problem">What is wrong and how to mend it.</param>
    /// <param name="inner">What brought it up.</param>
    public TraceException(string file, string problem, Exception? inner = null)
        : base($"{file}: {problem}", inner) => File = file;

    /// <summary>A problem at one line.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="line">Line, from 1; the header is line 1.</param>
    /// <param name="problem">What is wrong and how to mend it.</param>
    /// <param name="inner">What brought it up.</param>
    public TraceException(string file, int line, string problem, Exception? inner = null)
        : base($"{file}, line {line}: {problem}", inner) => (File, Line) = (file, line);

    /// <summary>Path of the file.</summary>
    public string File { get; }

    /// <summary>Line from 1, or null for a problem of the whole file.</summary>
    public int? Line { get; }
}
