using System.Globalization;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Reports;

/// <summary>Whether what a target holds grows while a long load runs.</summary>
internal sealed class ResourceSection : IReportSection
{
    private const int FewestRows = 20;

    private static readonly (string Name, string Unit, Func<ResourceRow, double?> Value)[] Resources =
    [
        ("proportional memory", Figure.Bytes, r => r.ProportionalBytes),
        ("resident memory", Figure.Bytes, r => r.ResidentBytes),
        ("descriptors", Figure.One, r => r.Descriptors),
        ("threads", Figure.One, r => r.Threads),
        ("files on disk", Figure.Bytes, r => r.DiskBytes),
    ];

    public IEnumerable<Block> Build(ReportContext context)
    {
        var trials = context.Data.Resources.GroupBy(r => r.Trial).Where(g => g.Count() >= FewestRows).ToList();
        if (trials.Count == 0) yield break;
        yield return new HeadingBlock(2, "resources", "What a target holds under a long load");
        yield return new ParagraphBlock(["Looked at each second. The slope is the median of those between all pairs of looks (Theil and Sen), of the second half of the trial, after start-up; p is that of no trend (Mann and Kendall), which readings that depend on each other make too small."]);
        var rows = new List<Row>();
        foreach (var trial in trials)
        {
            var of = context.Data.Trials.First(t => t.Number == trial.Key);
            rows.Add(new Row([], $"{of.Target}, {of.Function}, {of.Measure}, block {of.Block.ToString(CultureInfo.InvariantCulture)}: {Quantity.Count(of.Ok)} right answers"));
            foreach (var (name, unit, value) in Resources)
                if (RowOf(of, name, unit, [.. trial.OrderBy(r => r.AtNs)], value) is { } row) rows.Add(row);
        }

        yield return new TableBlock(
            "Trend of each resource",
            [new("Resource"), new("First", ColumnKind.Number), new("Last", ColumnKind.Number), new("Slope an hour", ColumnKind.Number), new("p", ColumnKind.Number)],
            rows);
    }

    private static Row? RowOf(Trial trial, string name, string unit, IReadOnlyList<ResourceRow> looks, Func<ResourceRow, double?> value)
    {
        if (looks.Any(l => value(l) is null)) return null;
        var later = looks.Skip(looks.Count / 2).ToList();
        var slope = TheilSen.Slope([.. later.Select(l => l.AtNs / 3.6e12)], [.. later.Select(l => value(l)!.Value)]);
        var p = MannKendall.PValue([.. later.Select(l => value(l)!.Value)]);
        var id = $"trial/{trial.Number}/{name.Replace(' ', '_')}";
        return new Row([[name], [Number("first", value(looks[0])!.Value)], [Number("last", value(looks[^1])!.Value)], [Number("slope", slope)], [new FigureInline($"{id}.p", Figure.Round(p), p.ToString("0.000", CultureInfo.InvariantCulture))]]);

        Inline Number(string what, double number) => new FigureInline($"{id}.{what}", Figure.Round(number), unit == Figure.One && double.IsInteger(number) ? Quantity.Count((long)number) : Quantity.Format(number, unit));
    }
}
