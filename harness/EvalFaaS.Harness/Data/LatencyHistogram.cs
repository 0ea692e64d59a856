using HdrHistogram;

namespace EvalFaaS.Harness.Data;

/// <summary>
/// Counts of ns values at three significant digits (0.1 %), merged by adding: what stands for a trial whose samples were not all kept.
/// </summary>
/// <remarks>Source of the bucketing: G. Tene, HdrHistogram. Written as text, a line for each non-empty bucket: highest value of the bucket in ns, count.</remarks>
internal static class LatencyHistogram
{
    private const string Header = "value_ns,count";
    /// <summary>Larger values count as this: an hour.</summary>
    public const long HighestNs = 3_600_000_000_000;

    public static LongHistogram Create() => new(1, HighestNs, 3);

    public static void Record(LongHistogram histogram, long ns) => histogram.RecordValue(Math.Clamp(ns, 1, HighestNs));

    public static void Write(LongHistogram histogram, string path)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (var bucket in histogram.RecordedValues())
            writer.WriteLine($"{bucket.ValueIteratedTo},{bucket.CountAtValueIteratedTo}");
    }

    /// <summary>Values with their counts, ascending.</summary>
    public static IEnumerable<(long Ns, long Count)> Read(string path)
    {
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var comma = line.IndexOf(',');
            if (comma < 0 || !long.TryParse(line.AsSpan(0, comma), out var value) || !long.TryParse(line.AsSpan(comma + 1), out var count))
                throw new InvalidDataException($"{path}: the line '{line}' is not 'value_ns,count'; the file was cut short or changed.");
            yield return (value, count);
        }
    }
}
