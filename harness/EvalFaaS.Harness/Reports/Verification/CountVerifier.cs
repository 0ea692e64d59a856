using System.Globalization;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Whether the counts of each trial are those of its samples, where all of them were kept.</summary>
internal static class CountVerifier
{
    public static IEnumerable<Difference> Compare(ResultData data)
    {
        foreach (var trial in data.Trials)
        {
            var rows = data.Samples.RowsOf(trial.Number);
            if (rows.Count == 0 || data.Environment.Files.ContainsKey(ResultFiles.HistogramName(trial.Number))) continue;
            var ok = rows.Count(row => data.Samples.Outcome(row) == Sample.Ok);
            if (ok != trial.Ok) yield return Of(trial, "ok", trial.Ok, ok);
            if (rows.Count != trial.Issued) yield return Of(trial, "issued", trial.Issued, rows.Count);
        }
    }

    private static Difference Of(Trial trial, string column, long found, long expected) => new(
        ResultFiles.Trials, $"trial {trial.Number}, {column}", found.ToString(CultureInfo.InvariantCulture), expected.ToString(CultureInfo.InvariantCulture) + " samples");
}
