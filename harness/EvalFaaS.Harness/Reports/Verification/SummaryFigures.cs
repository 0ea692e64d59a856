using System.Globalization;

namespace EvalFaaS.Harness.Reports;

/// <summary>The exact values of all figures and comparisons of a summary with the ends of their intervals, by the identity under which a page prints them.</summary>
internal static class SummaryFigures
{
    public static IReadOnlyDictionary<string, string> Of(Summary summary)
    {
        var values = new Dictionary<string, string>();
        foreach (var cell in summary.Cells)
            foreach (var figure in cell.Figures) Add(values, $"{cell.Id}/{figure.Metric}", figure.Value, figure.Low, figure.High);
        foreach (var comparison in summary.Comparisons.Concat(summary.WithDisturbed ?? [])) Add(values, comparison.Id, comparison.Value, comparison.Low, comparison.High);
        return values;
    }

    private static void Add(Dictionary<string, string> values, string id, params ReadOnlySpan<double?> ends)
    {
        string[] names = [id, id + ".low", id + ".high"];
        for (var i = 0; i < names.Length; i++)
            if (ends[i] is { } value) values[names[i]] = value.ToString("G10", CultureInfo.InvariantCulture);
    }
}
