namespace EvalFaaS.Harness.Reports;

/// <summary>A report before it takes a form: what HTML and Markdown both say.</summary>
internal sealed record ReportDocument(string Title, string Generator, IReadOnlyList<Block> Blocks);
