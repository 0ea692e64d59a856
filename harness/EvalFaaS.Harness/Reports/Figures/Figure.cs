using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Reports;

/// <summary>One number of a result, with what it rests on.</summary>
public sealed record Figure
{
    /// <summary>Basis: block values; the interval is one of repetitions of the whole trial. Comparisons use only these.</summary>
    public const string FromBlocks = "blocks";

    /// <summary>Basis: all samples taken together as exchangeable; the interval describes this run and is compared with nothing.</summary>
    public const string FromSamples = "samples";

    /// <summary>Unit of times.</summary>
    public const string Nanoseconds = "ns";

    /// <summary>Unit of rates.</summary>
    public const string PerSecond = "1/s";

    /// <summary>Unit of sizes.</summary>
    public const string Bytes = "B";

    /// <summary>Unit of shares and ratios.</summary>
    public const string One = "1";

    /// <summary>Its name in the cell, for example <c>median_ns</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Unit: <c>ns</c>, <c>1/s</c>, <c>B</c> or <c>1</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The estimate, rounded to 10 significant digits so that machines agree on it.</summary>
    public required double Value { get; init; }

    /// <summary>Lower end of the 95 % interval, or null where the data carry none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end, or null.</summary>
    public double? High { get; init; }

    /// <summary><see cref="FromBlocks"/> or <see cref="FromSamples"/>.</summary>
    public required string Basis { get; init; }

    /// <summary>How many blocks or samples.</summary>
    public required int Count { get; init; }

    /// <summary>Why there is no interval, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it says more of the load generator's own lateness than of the target: then the report does not print it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Withheld { get; init; }

    /// <summary>The value of each block, where the basis is blocks.</summary>
    public ImmutableSortedDictionary<int, double>? ByBlock { get; init; }

    internal static double Round(double value) => double.Parse(value.ToString("G10", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    internal static double? Round(double? value) => value is { } number ? Round(number) : null;

    internal static Figure Blocks(string metric, string unit, IReadOnlyDictionary<int, double> byBlock, bool geometric)
    {
        var values = byBlock.OrderBy(b => b.Key).Select(b => b.Value).ToList();
        var interval = geometric && values.All(v => v > 0) ? BlockMean.Geometric(values) : BlockMean.Arithmetic(values);
        return new Figure
        {
            Metric = metric,
            Unit = unit,
            Value = Round(interval.Value),
            Low = Round(interval.Low),
            High = Round(interval.High),
            Basis = FromBlocks,
            Count = interval.Count,
            Note = interval.Low is null ? $"fewer than {Interval.MinimumBlocks} blocks" : null,
            ByBlock = byBlock.ToImmutableSortedDictionary(b => b.Key, b => Round(b.Value)),
        };
    }

    internal static Figure Percentile(string metric, Distribution values, double percentile)
    {
        var interval = PercentileInterval.Of(values, percentile);
        return new Figure
        {
            Metric = metric,
            Unit = Nanoseconds,
            Value = Round(interval.Value),
            Low = Round(interval.Low),
            High = Round(interval.High),
            Basis = FromSamples,
            Count = interval.Count,
            Note = interval.Low is null ? $"n too small: {interval.Count} of {PercentileInterval.MinimumCount(percentile)}" : null,
        };
    }
}
