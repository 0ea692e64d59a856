using System.Globalization;

namespace EvalFaaS.Harness.Reports;

/// <summary>The report of a trend: which figures changed from one result to the next.</summary>
internal static class TrendDocument
{
    public static ReportDocument Build(IReadOnlyList<TrendResult> results)
    {
        var lines = TrendLine.Of(results);
        return new ReportDocument($"{results[0].Summary.Suite}: trend over {results.Count} results", DocumentBuilder.Generator, [.. Head(results, lines), .. Groups(results, lines)]);
    }

    private static IEnumerable<Block> Head(IReadOnlyList<TrendResult> results, IReadOnlyList<TrendLine> lines)
    {
        var changes = lines.SelectMany(l => l.Points.Where(p => p.Change is not null).Select(p => (Line: l, Point: p))).ToList();
        yield return new HeadingBlock(1, "title", $"{results[0].Summary.Suite}: how its figures changed");
        yield return new HeadingBlock(2, "answer", "The answer");
        yield return new ParagraphBlock(
        [
            "Over ", Inlines.Count("trend/results", results.Count), " results ", Inlines.Count("trend/changed", changes.Select(c => c.Line).Distinct().Count()), " of ", Inlines.Count("trend/lines", lines.Count),
            " figures changed by more than their 95 % intervals allow, ", Inlines.Count("trend/changes", changes.Count), " times in all.",
        ], ParagraphStyle.Answer);
        var machines = results.Select(r => (r.Environment.Machine.Cpu, r.Environment.Machine.LogicalProcessors, r.Environment.Machine.Kernel)).Distinct().Count();
        if (machines > 1) yield return new ParagraphBlock(["These results are from ", Inlines.Count("trend/machines", machines), " different machines or kernels, so that a change may be the machine’s."], ParagraphStyle.Note);
        if (changes.Count > 0)
            yield return new TableBlock("Every change, the largest first",
                [new("What"), new("Target"), new("From result", ColumnKind.Number), new("To", ColumnKind.Number), new("Change", ColumnKind.Number)],
                [.. changes.OrderByDescending(c => Math.Abs(Math.Log(c.Point.Change!.Value))).Select(c => new Row(
                [
                    [NameOf(c.Line)], [Captions.Named(c.Line.Cell)],
                    [Inlines.Count($"{Id(c.Line, c.Point)}.from", c.Line.Points[c.Line.Points.IndexOf(c.Point) - 1].Result)], [Inlines.Count($"{Id(c.Line, c.Point)}.to", c.Point.Result)], [ChangeOf(c.Line, c.Point)],
                ]))]);
        yield return new HeadingBlock(2, "results", "The results");
        yield return new TableBlock("The results, in the order of time",
            [new("Number", ColumnKind.Number), new("Folder"), new("Started (UTC)"), new("EvalFaaS"), new("CPU"), new("Seed", ColumnKind.Number), new("Blocks", ColumnKind.Number)],
            [.. results.Select((r, i) => new Row(
            [
                [Inlines.Count($"result/{i + 1}/number", i + 1)], [r.Name], [r.Environment.OriginUtc.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)], [r.Environment.Version], [r.Environment.Machine.Cpu],
                [Inlines.Count($"result/{i + 1}/seed", r.Environment.Suite.Seed)], [Inlines.Count($"result/{i + 1}/blocks", r.Summary.Blocks)],
            ]))]);
    }

    private static IEnumerable<Block> Groups(IReadOnlyList<TrendResult> results, IReadOnlyList<TrendLine> lines)
    {
        yield return new HeadingBlock(2, "figures", "The figures");
        yield return new ParagraphBlock(["A change is marked where the 95 % intervals of two results that follow each other do not meet. Each interval is over the blocks of its own run; what differs from run to run besides is not in it."], ParagraphStyle.Note);
        var targets = results.SelectMany(r => r.Environment.Targets.Select(t => t.Name)).Distinct().ToList();
        foreach (var group in lines.GroupBy(NameOf))
        {
            var members = group.ToList();
            var name = Anchor.Of("trend", members[0].Cell.Measure, members[0].Cell.Function, members[0].Cell.Kind == "start" ? members[0].Cell.State : "", members[0].Metric);
            yield return new HeadingBlock(3, name, group.Key);
            yield return new ChartBlock(
                TrendChart.Paint(name, $"Lines of {group.Key} over {results.Count} results, one for each target, with bands of their intervals; rings mark changes; the numbers are in the table below.", members, results.Count, targets),
                members.SelectMany(l => l.Points).Count(p => p.Change is not null) is > 0 and var marked
                    ? [Inlines.Count($"{name}/changes", marked), " changes are marked by rings."]
                    : ["No change from one result to the next exceeds its intervals."]);
            yield return new TableBlock($"{group.Key}, by result",
                [new("Result"), new("Value", ColumnKind.Number), new("95 % over blocks", ColumnKind.Interval), new("Change", ColumnKind.Number)],
                [.. members.SelectMany(l => l.Points.Select(p => new Row(
                [
                    [Inlines.Count($"{Id(l, p)}.result", p.Result)], [Inlines.Value(p.Cell, p.Figure)], Inlines.Ends(p.Cell, p.Figure), p.Change is null ? [new QuietInline("–")] : [ChangeOf(l, p)],
                ])).Prepend(new Row([], Captions.Named(l.Cell))))]);
        }
    }

    private static string NameOf(TrendLine line) =>
        $"{line.Cell.Function}: {MetricNames.Of(line.Cell.Kind, line.Metric)}" + (line.Cell.Kind == "start" ? $", {line.Cell.State}" : "") + MetricNames.Measure(line.Cell.Kind, line.Cell.Measure);

    private static Inline ChangeOf(TrendLine line, TrendPoint point) => new FigureInline($"{Id(line, point)}.change", point.Change!.Value, Quantity.Format(point.Change!.Value, Figure.One) + "×");

    private static string Id(TrendLine line, TrendPoint point) => $"result/{point.Result}/{line.Cell.Id}/{line.Metric}";
}
