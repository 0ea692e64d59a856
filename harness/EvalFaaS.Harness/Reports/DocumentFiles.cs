using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Puts a document into a folder: report.html, report.md, and its charts as SVG and PNG.</summary>
internal static class DocumentFiles
{
    public static void Write(ReportDocument document, string directory)
    {
        Directory.CreateDirectory(Path.Combine(directory, ResultFiles.Charts));
        foreach (var chart in document.Blocks.OfType<ChartBlock>().Select(b => b.Chart))
        {
            WholeFile.Write(Path.Combine(directory, ResultFiles.Charts, chart.Name + ".png"), chart.Png);
            WholeFile.Write(Path.Combine(directory, ResultFiles.Charts, chart.Name + ".svg"), chart.LightSvg);
        }
        WholeFile.Write(Path.Combine(directory, ResultFiles.Html), HtmlRenderer.Render(document));
        WholeFile.Write(Path.Combine(directory, ResultFiles.Markdown), MarkdownRenderer.Render(document));
    }
}
