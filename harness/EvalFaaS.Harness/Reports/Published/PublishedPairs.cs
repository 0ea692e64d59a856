using System.Collections.Immutable;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Reports;

/// <summary>Puts published functions and targets beside those of a run.</summary>
internal sealed class PublishedPairs
{
    private readonly PublishedSet _set;
    private readonly Dictionary<(string Function, string Target), PublishedRow> _rows;
    private readonly IReadOnlyList<Cell> _starts;
    private readonly Counterpart? _baseline;

    private PublishedPairs(PublishedSet set, IReadOnlyList<PublishedRow> rows, IReadOnlyList<Cell> cells)
    {
        _set = set;
        _rows = rows.ToDictionary(r => (r.Function, r.Target));
        _starts = [.. cells.Where(c => c.Kind == "start" && c.Observation == TargetRecord.ObservedByClient && c.Find(Metrics.Median) is { Value: > 0 } && c.Find(Metrics.StartsPerSecond) is null)];
        _baseline = set.Targets.First(t => t.Name == set.Baseline).Ours.FirstOrDefault();
    }

    /// <summary>All pairs; null where the suite names no published data.</summary>
    public static ImmutableArray<PublishedPair>? Build(ResultData data, IReadOnlyList<Cell> cells) => data.Environment.Suite.Reproduces is not { } published
        ? null
        : data.Published.Count == 0 ? [] : new PublishedPairs(published.Set, data.Published, cells).Build();

    private ImmutableArray<PublishedPair> Build() =>
    [
        .. from target in _set.Targets
           from ours in target.Ours
           from function in _set.Functions
           where function.Ours is not null && target.Ran(function.Name)
           select Pair(function, target, ours),
    ];

    private PublishedPair Pair(PublishedFunction function, PublishedTarget target, Counterpart ours)
    {
        var theirSide = Theirs(function, target);
        var ourSide = Ours(function, ours, isBaseline: target.Name == _set.Baseline);
        return new PublishedPair
        {
            Function = function.Name,
            Target = target.Name,
            OurFunction = function.Ours!,
            OurTarget = ours.Target,
            OurState = ours.State,
            Theirs = theirSide,
            Ours = ourSide,
            Verdict = ourSide is null ? "not measured" : VerdictOf(theirSide, ourSide, isBaseline: target.Name == _set.Baseline),
            Cause = ourSide is not null && target.Name != _set.Baseline ? PublishedCause.Of(theirSide, ourSide) : null,
        };
    }

    private PublishedSide Theirs(PublishedFunction function, PublishedTarget target)
    {
        var row = _rows[(function.Name, target.Name)];
        return new PublishedSide
        {
            MedianNs = row.MedianNs,
            BaselineNs = _rows[(function.Name, _set.Baseline)].MedianNs,
            StartNs = Fastest(target.Name),
            BaselineStartNs = Fastest(_set.Baseline),
            Ratio = row.Ratio,
            Low = row.RatioLow,
            High = row.RatioHigh,
            Class = row.Class,
            OwnTold = _rows[(function.Name, _set.Baseline)].StartShareHigh < 1,
        };

        double Fastest(string name) => _rows.Values.Where(r => r.Target == name).Min(r => r.MedianNs);
    }

    private PublishedSide? Ours(PublishedFunction function, Counterpart target, bool isBaseline)
    {
        if (_baseline is null || Find(function, target) is not { } own || Find(function, _baseline) is not { } reference) return null;
        var ratio = isBaseline ? null : PairedBlocks.Ratio(own.ByBlock!, reference.ByBlock!);
        return new PublishedSide
        {
            MedianNs = own.Value,
            BaselineNs = reference.Value,
            StartNs = Fastest(target).Value,
            BaselineStartNs = Fastest(_baseline).Value,
            Ratio = Figure.Round(ratio?.Value),
            Low = Figure.Round(ratio?.Low),
            High = Figure.Round(ratio?.High),
            Class = ClassOf(own, Fastest(target)),
            OwnTold = PairedBlocks.Ratio(Fastest(_baseline).ByBlock!, reference.ByBlock!)?.High < 1,
        };
    }

    private static string ClassOf(Figure own, Figure fastest) => own == fastest && own.ByBlock!.Count >= Interval.MinimumBlocks
        ? "start"
        : Dominance.Of(PairedBlocks.Ratio(fastest.ByBlock!, own.ByBlock!));

    private Figure? Find(PublishedFunction function, Counterpart target) =>
        _starts.FirstOrDefault(c => c.Function == function.Ours && c.Target == target.Target && c.State == target.State)?.Find(Metrics.Median);

    private Figure Fastest(Counterpart target) =>
        _starts.Where(c => c.Target == target.Target && c.State == target.State).Select(c => c.Find(Metrics.Median)!).MinBy(f => f.Value)!;

    // What an interval leaves open is neither agreed nor differed upon.
    private static string VerdictOf(PublishedSide theirs, PublishedSide ours, bool isBaseline)
    {
        bool? faster = isBaseline ? true : Same(theirs.Faster, ours.Faster), dominated = Same(theirs.Class, ours.Class);
        return (faster, dominated) switch
        {
            (true, true) => "agree",
            (false, false) => "differ in both",
            (false, _) => "differ in which is faster",
            (_, false) => "differ in the class",
            _ => "undecided",
        };

        static bool? Same(string a, string b) => Open(a) || Open(b) ? null : a == b;

        static bool Open(string word) => word is "unknown" or "neither" or "even";
    }
}
