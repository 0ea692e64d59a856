namespace EvalFaaS.Harness.Reports;

/// <summary>What the run and its data say against its own figures.</summary>
internal sealed class WarningSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        yield return new HeadingBlock(2, "warnings", "Threats that the run itself found");
        var findings = Analysers.Analyse(context);
        if (findings.Count == 0) yield return new ParagraphBlock(["Neither the run nor its data raised any."]);
        else yield return new ListBlock([.. findings.Select(f => (IReadOnlyList<Inline>)[new StrongInline(f.Code), ": ", .. f.Text])]);

        var errors = context.Data.Trials.Where(t => t.Error is not null).ToList();
        if (errors.Count > 0)
            yield return new TableBlock(
                "Trials that failed or ended early",
                [new("Target"), new("Function"), new("Measure"), new("State"), new("Block", ColumnKind.Number), new("Why")],
                [.. errors.Select(t => new Row([[t.Target], [t.Function], [t.Measure], [t.State], [Inlines.Count($"trial/{t.Number}/block", t.Block)], [t.Error!]]))]);
    }
}
