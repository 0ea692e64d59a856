using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Reports;

/// <summary>Sorts the raw data into cells, in the order of the report: measure, function, state, target.</summary>
internal static class CellDataReader
{
    /// <summary>Sorts them.</summary>
    /// <param name="data">The raw data.</param>
    /// <param name="disturbed">Whether blocks during which the machine was disturbed are taken too.</param>
    public static IReadOnlyList<CellData> Read(ResultData data, bool disturbed = false)
    {
        var trials = disturbed ? data.Trials : [.. data.Trials.Where(t => !data.Disturbed.Contains(t.Block))];
        var targets = data.Environment.Targets.Select(t => t.Name).ToList();
        var measures = data.Environment.Suite.Measures.Select(m => m.Name).ToList();
        var functions = data.Trials.OrderBy(t => t.Number).Select(t => t.Function).Distinct().Order(StringComparer.Ordinal).ToList();
        return
        [
            .. trials
                .GroupBy(t => (t.Target, t.Function, t.Measure, t.Kind, t.State))
                .OrderBy(g => Position(measures, g.Key.Measure))
                .ThenBy(g => g.Key.Measure, StringComparer.Ordinal)
                .ThenBy(g => functions.IndexOf(g.Key.Function))
                .ThenBy(g => StartStates.Order(g.Key.State))
                .ThenBy(g => Position(targets, g.Key.Target))
                .ThenBy(g => g.Key.Target, StringComparer.Ordinal)
                .Select(g => new CellData(g.Key.Target, g.Key.Function, g.Key.Measure, g.Key.Kind, g.Key.State, [.. g.OrderBy(t => t.Block).Select(t => ReadTrial(data, t))])),
        ];
    }

    private static TrialData ReadTrial(ResultData data, Trial trial)
    {
        // What was measured of a target that was about to die says nothing of one that lives.
        if (trial.Error is not null) return new TrialData(trial, [], Distribution.Of([]));
        var samples = data.Samples;
        var rows = Counting(samples, samples.RowsOf(trial.Number), trial);
        var values = data.HistogramOf(trial) is { } histogram ? Distribution.OfCounts(histogram) : Distribution.Own(TimesOf(samples, rows, trial.Kind));
        return new TrialData(trial, rows, values);
    }

    // The same list where all count, as most do: millions of row numbers are not kept twice.
    private static IReadOnlyList<int> Counting(SampleTable samples, IReadOnlyList<int> rows, Trial trial)
    {
        var counting = rows.Count(row => Counts(samples, row, trial));
        if (counting == rows.Count) return rows;
        var kept = new List<int>(counting);
        kept.AddRange(rows.Where(row => Counts(samples, row, trial)));
        return kept;
    }

    private static long[] TimesOf(SampleTable samples, IReadOnlyList<int> rows, MeasureKind kind)
    {
        var times = new long[rows.Count];
        for (var i = 0; i < times.Length; i++) times[i] = EndOf(samples, rows[i], kind) - samples.IntendedNs(rows[i]);
        return times;
    }

    private static bool Counts(SampleTable samples, int row, Trial trial) =>
        samples.Outcome(row) == Sample.Ok
        && samples.StartState(row) is var state && (state.Length == 0 || state == trial.State)
        && EndOf(samples, row, trial.Kind) != SampleTable.Missing;

    private static long EndOf(SampleTable samples, int row, MeasureKind kind) => kind == MeasureKind.Start ? samples.FirstByteNs(row) : samples.LastByteNs(row);

    private static int Position(List<string> names, string name) => names.IndexOf(name) is >= 0 and var index ? index : names.Count;
}
