using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>
/// Recomputes a report from the raw data beside it and compares: digests of the raw data, counts, summary.json, report.md, report.html.
/// Each of these fails by itself, so that a changed sample and a changed report can be told apart.
/// </summary>
public static class ReportVerifier
{
    /// <summary>Verifies a result folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="traces">The folder of public data sets, where what was taken from them is computed again; null: it is taken as it stands.</param>
    /// <exception cref="InvalidDataException">The raw data cannot be read; the message says which file and where.</exception>
    public static VerificationResult Verify(string directory, string? traces = null)
    {
        var context = DocumentBuilder.Read(directory);
        var document = DocumentBuilder.Build(context);
        var page = HtmlRenderer.Render(document);
        var there = ReadOf(ResultFiles.Html);
        var same = there.Length == 0 || HtmlVerifier.IsOf(there, document.Generator);
        var found = new List<Difference>();
        var notes = new List<string>();
        found.AddRange(DigestVerifier.Compare(context.Data));
        found.AddRange(CountVerifier.Compare(context.Data));
        found.AddRange(PublishedVerifier.Compare(context.Data, traces, notes));
        found.AddRange(SummaryVerifier.Compare(ReadOf(ResultFiles.Summary), ReportWriter.SummaryText(context.Summary), same));
        found.AddRange(HtmlVerifier.Compare(there, page, document.Generator, SummaryFigures.Of(context.Summary), notes));
        found.AddRange(MarkdownVerifier.Compare(ReadOf(ResultFiles.Markdown), MarkdownRenderer.Lines(document), document.Generator, notes));
        return new VerificationResult(found, HtmlVerifier.FiguresIn(same ? page : there).Count, notes);

        string ReadOf(string name) => File.Exists(Path.Combine(directory, name)) ? File.ReadAllText(Path.Combine(directory, name)) : "";
    }
}
