using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Published;

/// <summary>Reads a published data set where it lies and recomputes what can be compared.</summary>
public static class PublishedData
{
    // Figures are kept to ten significant digits, so that machines agree on them.
    private const string Digits = "G10";

    /// <summary>Why a data set cannot be had, with how to have it, or null where it is there.</summary>
    public static string? WhyMissing(PublishedSet set, string? traces) => traces is null
        ? "No folder of public data sets was given."
        : Directory.Exists(Path.Combine(traces, set.Folder))
            ? null
            : $"There is no {set.Folder} in the folder of public data sets. Put the data of {set.Source} there, and name the folder with {TraceFolder.Variable}; without it, it is ../shared/traces beside the checkout.";

    /// <summary>Recomputes every function on every target.</summary>
    /// <param name="set">The data set.</param>
    /// <param name="traces">The folder of data sets.</param>
    /// <exception cref="InvalidDataException">The folder is absent, or a file is missing, cut short or changed; the message says which and where.</exception>
    public static IReadOnlyList<PublishedRow> Read(PublishedSet set, string traces)
    {
        if (WhyMissing(set, traces) is { } why) throw new InvalidDataException(why);
        var files = set.Targets.ToDictionary(t => t.Name, t => set.Functions.Where(f => t.Ran(f.Name)).ToDictionary(f => f.Name, f => RunTimes.Read(Path.Combine(traces, set.Folder, FileOf(t, f)), set.Runs)));
        return [.. set.Targets.SelectMany(t => set.Functions.Where(f => t.Ran(f.Name)).Select(f => Row(set, t, f, files[t.Name], files[set.Baseline])))];
    }

    private static PublishedRow Row(PublishedSet set, PublishedTarget target, PublishedFunction function, Dictionary<string, RunTimes> own, Dictionary<string, RunTimes> baseline)
    {
        var times = own[function.Name];
        var values = Distribution.Of(times.Ns);
        var median = PercentileInterval.Of(values, 0.5);
        var mean = BlockMean.Arithmetic([.. times.Ns.Select(ns => (double)ns)]);
        var ratio = target.Name == set.Baseline || !baseline.TryGetValue(function.Name, out var reference) ? (Interval?)null : Ratio(times, reference);
        var fastest = own.Values.MinBy(t => Distribution.Of(t.Ns).Quantile(0.5))!;
        var share = fastest == times ? new Interval(1, 1, 1, set.Runs) : Ratio(fastest, times);
        return new PublishedRow
        {
            Set = set.Name,
            Function = function.Name,
            Target = target.Name,
            File = FileOf(target, function),
            Digest = times.Digest,
            Runs = times.Ns.Length,
            MedianNs = Round(median.Value),
            MedianLowNs = Round(median.Low),
            MedianHighNs = Round(median.High),
            MeanNs = Round(mean.Value),
            MeanLowNs = Round(mean.Low),
            MeanHighNs = Round(mean.High),
            Ratio = Round(ratio?.Value),
            RatioLow = Round(ratio?.Low),
            RatioHigh = Round(ratio?.High),
            StartShare = Round(share.Value),
            StartShareLow = Round(share.Low),
            StartShareHigh = Round(share.High),
            TrendP = Round(MannKendall.PValue([.. times.Ns.Select(ns => (double)ns)])),
        };
    }

    // By ranks: a few runs of these files took twice as long as all others, which a mean of logarithms would follow.
    private static Interval Ratio(RunTimes times, RunTimes reference)
    {
        var shift = RankSum.Shift(Logs(reference), Logs(times));
        return new Interval(Math.Exp(shift.Value), Exp(shift.Low), Exp(shift.High), shift.Count);
    }

    private static double[] Logs(RunTimes times) => [.. times.Ns.Select(ns => Math.Log(ns))];

    private static double? Exp(double? log) => log is { } value ? Math.Exp(value) : null;

    private static string FileOf(PublishedTarget target, PublishedFunction function) => $"{target.Folder}/{function.Name}.txt";

    private static double? Round(double? value) => value is { } number ? Round(number) : null;

    private static double Round(double value) => double.Parse(value.ToString(Digits, System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
