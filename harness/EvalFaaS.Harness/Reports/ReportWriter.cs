using System.Text.Json;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Writes summary.json, report.html, report.md and charts/ into a result folder, from the raw data in it alone.</summary>
public static class ReportWriter
{
    /// <summary>Writes them, over those that are there.</summary>
    /// <returns>The figures, with the answer in sentences.</returns>
    /// <exception cref="InvalidDataException">The raw data are incomplete or were changed; the message says where.</exception>
    public static Summary Write(string directory)
    {
        var context = DocumentBuilder.Read(directory);
        WholeFile.Write(Path.Combine(directory, ResultFiles.Summary), SummaryText(context.Summary));
        WholeFile.Write(Path.Combine(directory, ResultFiles.Dictionary), JsonSerializer.Serialize(DataDictionary.Columns, ResultFiles.Json) + "\n");
        DocumentFiles.Write(DocumentBuilder.Build(context), directory);
        return context.Summary;
    }

    internal static string SummaryText(Summary summary) => JsonSerializer.Serialize(summary, ResultFiles.Json) + "\n";
}
