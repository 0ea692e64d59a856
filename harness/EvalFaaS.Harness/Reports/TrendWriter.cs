using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Writes report.html, report.md and charts/ of a trend over several results of one suite, from their raw data.</summary>
public static class TrendWriter
{
    /// <summary>Writes them into a folder.</summary>
    /// <param name="directories">The results, in any order; they are put in the order of time.</param>
    /// <param name="output">The folder, which is made where it is missing and must hold no result.</param>
    /// <exception cref="InvalidDataException">A result cannot be read, or the results are of different suites.</exception>
    public static void Write(IReadOnlyList<string> directories, string output)
    {
        if (File.Exists(Path.Combine(output, ResultFiles.Environment)))
            throw new IOException($"{output} holds a result, whose report would be written over. Give the trend a folder of its own with --out.");
        // One at a time: only the figures are kept.
        var results = directories.Select(Read).OrderBy(r => r.Environment.OriginUtc).ToList();
        if (results.FirstOrDefault(r => r.Summary.Suite != results[0].Summary.Suite) is { } other)
            throw new InvalidDataException($"A trend is over results of one suite, and {results[0].Name} is of '{results[0].Summary.Suite}', {other.Name} of '{other.Summary.Suite}'.");
        DocumentFiles.Write(TrendDocument.Build(results), output);
    }

    private static TrendResult Read(string directory)
    {
        var context = DocumentBuilder.Read(directory);
        return new TrendResult(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory))), context.Environment, context.Summary);
    }
}
