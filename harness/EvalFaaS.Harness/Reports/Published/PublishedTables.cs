using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>The tables of published data and ours.</summary>
internal static class PublishedTables
{
    /// <summary>How many functions were faster and slower than on the baseline on each published target, and what dominated them.</summary>
    public static TableBlock Shape(IReadOnlyList<PublishedRow> rows, PublishedSet set) => new(
        $"The shape of the published data: functions on each target against {set.Baseline}, and what dominates them",
        [
            new("Published target"), new("Functions", ColumnKind.Number), new("Faster", ColumnKind.Number), new("Slower", ColumnKind.Number),
            new("Smallest ratio", ColumnKind.Number), new("of", ColumnKind.Interval), new("Largest ratio", ColumnKind.Number), new("of", ColumnKind.Interval),
            new("Start-dominated", ColumnKind.Number), new("Compute-dominated", ColumnKind.Number), new("Even", ColumnKind.Number),
        ],
        [.. rows.GroupBy(r => r.Target).Select(g => ShapeRow(g.Key, [.. g]))]);

    /// <summary>Both ratios with their classes, pair by pair.</summary>
    public static TableBlock Ratios(IReadOnlyList<PublishedPair> pairs, PublishedSet set) => new(
        $"Time divided by that of {set.Baseline}, published, and by that of its counterpart, here; and what dominates the target’s time",
        [
            new("Published function"), new("Ours"), new("Published ratio", ColumnKind.Number), new("95 % interval", ColumnKind.Interval), new("Class"),
            new("Ratio here", ColumnKind.Number), new("95 % interval", ColumnKind.Interval), new("Class here"), new("Verdict"),
        ],
        [.. ByTargets(pairs).SelectMany(g => g.Select(RatioRow).Prepend(new Row([], g.Key)))]);

    /// <summary>What the difference is made of, pair by pair.</summary>
    public static TableBlock Causes(IReadOnlyList<PublishedPair> pairs) => new(
        "What makes the difference: ratio = (start + code · weight) / (1 + weight), published and here, and the published ratio with one of them exchanged for ours",
        [
            new("Function"), new("Start", ColumnKind.Number), new("here", ColumnKind.Number), new("Code", ColumnKind.Number), new("here", ColumnKind.Number), new("Weight", ColumnKind.Number), new("here", ColumnKind.Number),
            new("with our start", ColumnKind.Number), new("our code", ColumnKind.Number), new("our input", ColumnKind.Number), new("Mostly"),
        ],
        [.. ByTargets([.. pairs.Where(p => p.Cause is not null)]).SelectMany(g => g.Select(p => CauseRow(p, p.Cause!)).Prepend(new Row([], g.Key)))]);

    /// <summary>Which functions correspond.</summary>
    public static TableBlock Functions(PublishedSet set) => new(
        "Which functions correspond, as declared beside the suite",
        [new("Published function"), new("What it does"), new("Ours"), new("In what they correspond, or why there is none")],
        [.. set.Functions.Select(f => new Row([[f.Name], [f.Kind], f.Ours is null ? [new QuietInline("–")] : [f.Ours], [f.Because]]))]);

    /// <summary>Every published function on every target.</summary>
    public static TableBlock Recomputed(IReadOnlyList<PublishedRow> rows, PublishedSet set) => new(
        "The published data, recomputed from their raw files",
        [
            new("Function"), new("Median", ColumnKind.Number), new("95 % interval", ColumnKind.Interval), new("Mean", ColumnKind.Number), new("95 % interval", ColumnKind.Interval),
            new($"Divided by {set.Baseline}", ColumnKind.Number), new("95 % interval", ColumnKind.Interval), new("Start at most", ColumnKind.Number), new("Dominated by"),
        ],
        [.. rows.GroupBy(r => r.Target).SelectMany(g => g.Select(RecomputedRow).Prepend(new Row([], g.Key)))]);

    private static IEnumerable<IGrouping<string, PublishedPair>> ByTargets(IReadOnlyList<PublishedPair> pairs) => pairs.GroupBy(PublishedWords.Targets);

    private static Row RatioRow(PublishedPair pair) => new(
    [
        [pair.Function], [pair.OurFunction],
        [Inlines.Value(pair.Id + "/theirs", pair.Theirs.Ratio, Figure.One, "×")], Inlines.Ends(pair.Id + "/theirs", pair.Theirs.Ratio, pair.Theirs.Low, pair.Theirs.High, Figure.One), [pair.Theirs.Class],
        [Inlines.Value(pair.Id + "/ours", pair.Ours?.Ratio, Figure.One, "×")], Inlines.Ends(pair.Id + "/ours", pair.Ours?.Ratio, pair.Ours?.Low, pair.Ours?.High, Figure.One), [pair.Ours?.Class ?? "–"],
        [pair.Verdict],
    ]);

    private static Row CauseRow(PublishedPair pair, PublishedCause cause)
    {
        return new Row(
        [
            [pair.Function],
            [One("start/theirs", cause.Start.Theirs)], [One("start/ours", cause.Start.Ours)],
            [One("code/theirs", cause.Code.Theirs)], [One("code/ours", cause.Code.Ours)],
            [One("weight/theirs", cause.Weight.Theirs)], [One("weight/ours", cause.Weight.Ours)],
            [One("with_our_start", cause.WithOurStart)], [One("with_our_code", cause.WithOurCode)], [One("with_our_input", cause.WithOurWeight)],
            [cause.Mostly],
        ]);

        Inline One(string name, double? value) => Inlines.Value($"{pair.Id}/{name}", value, Figure.One);
    }

    private static Row ShapeRow(string target, IReadOnlyList<PublishedRow> rows)
    {
        PublishedRow? least = rows.Where(r => r.Ratio is not null).MinBy(r => r.Ratio), most = rows.Where(r => r.Ratio is not null).MaxBy(r => r.Ratio);
        return new Row(
        [
            [target], [Count("functions", _ => true)],
            least is null ? [new QuietInline("–")] : [Count("faster", r => r.RatioHigh < 1)], least is null ? [new QuietInline("–")] : [Count("slower", r => r.RatioLow > 1)],
            [Inlines.Value($"published/{least?.Function}/{target}/ratio", least?.Ratio, Figure.One, "×")], [new QuietInline(least?.Function ?? "")],
            [Inlines.Value($"published/{most?.Function}/{target}/ratio", most?.Ratio, Figure.One, "×")], [new QuietInline(most?.Function ?? "")],
            [Count("start", r => r.Class == "start")], [Count("compute", r => r.Class == "compute")], [Count("even", r => r.Class == "even")],
        ]);

        Inline Count(string name, Func<PublishedRow, bool> which) => Inlines.Count($"published/{target}/{name}", rows.Count(which));
    }

    private static Row RecomputedRow(PublishedRow row)
    {
        var id = $"published/{row.Function}/{row.Target}";
        return new Row(
        [
            [row.Function],
            [Inlines.Value(id + "/median_ns", row.MedianNs, Figure.Nanoseconds)], Inlines.Ends(id + "/median_ns", row.MedianNs, row.MedianLowNs, row.MedianHighNs, Figure.Nanoseconds),
            [Inlines.Value(id + "/mean_ns", row.MeanNs, Figure.Nanoseconds)], Inlines.Ends(id + "/mean_ns", row.MeanNs, row.MeanLowNs, row.MeanHighNs, Figure.Nanoseconds),
            [Inlines.Value(id + "/ratio", row.Ratio, Figure.One, "×")], Inlines.Ends(id + "/ratio", row.Ratio, row.RatioLow, row.RatioHigh, Figure.One),
            [Inlines.Value(id + "/start_share", row.StartShare, Figure.One)],
            [row.Class],
        ]);
    }
}
