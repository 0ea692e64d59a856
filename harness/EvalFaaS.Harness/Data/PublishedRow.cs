using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Data;

/// <summary>One function on one target of a published data set, recomputed from its raw file; one row of published.csv.</summary>
public sealed record PublishedRow
{
    /// <summary>The data set.</summary>
    public required string Set { get; init; }

    /// <summary>The function.</summary>
    public required string Function { get; init; }

    /// <summary>The target.</summary>
    public required string Target { get; init; }

    /// <summary>The raw file, in the data set's folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the raw file.</summary>
    public required string Digest { get; init; }

    /// <summary>Runs in it.</summary>
    public required int Runs { get; init; }

    /// <summary>Median, ns, with its interval between order statistics.</summary>
    public required double MedianNs { get; init; }

    /// <summary>Lower end.</summary>
    public double? MedianLowNs { get; init; }

    /// <summary>Upper end.</summary>
    public double? MedianHighNs { get; init; }

    /// <summary>Mean, ns, with its t interval.</summary>
    public required double MeanNs { get; init; }

    /// <summary>Lower end.</summary>
    public double? MeanLowNs { get; init; }

    /// <summary>Upper end.</summary>
    public double? MeanHighNs { get; init; }

    /// <summary>Time divided by that of the same function on the baseline, by ranks; null on the baseline itself.</summary>
    public double? Ratio { get; init; }

    /// <summary>Lower end.</summary>
    public double? RatioLow { get; init; }

    /// <summary>Upper end.</summary>
    public double? RatioHigh { get; init; }

    /// <summary>Time of the target's fastest function divided by this one's, by ranks: the most of it that is start.</summary>
    public required double StartShare { get; init; }

    /// <summary>Lower end; equal to the upper one for the fastest function itself.</summary>
    public double? StartShareLow { get; init; }

    /// <summary>Upper end.</summary>
    public double? StartShareHigh { get; init; }

    /// <summary>P value of "no trend over the runs" (Mann-Kendall): small where runs are not exchangeable.</summary>
    public required double TrendP { get; init; }

    /// <summary>What dominates it.</summary>
    internal string Class => Dominance.Of(StartShareLow, StartShareHigh);
}
