using System.Text.Json.Serialization;

namespace EvalFaaS.Harness.Reports;

/// <summary>One function on one target of published data, beside what of ours corresponds to it.</summary>
public sealed record PublishedPair
{
    /// <summary>The published function.</summary>
    public required string Function { get; init; }

    /// <summary>The published target.</summary>
    public required string Target { get; init; }

    /// <summary>The label of our function.</summary>
    public required string OurFunction { get; init; }

    /// <summary>Our target.</summary>
    public required string OurTarget { get; init; }

    /// <summary>Its start state.</summary>
    public required string OurState { get; init; }

    /// <summary>What was published.</summary>
    public required PublishedSide Theirs { get; init; }

    /// <summary>What this run found, or null where it did not measure both targets.</summary>
    public PublishedSide? Ours { get; init; }

    /// <summary>Whether both say the same: <c>agree</c>, or in what they <c>differ</c>, <c>undecided</c>, <c>not measured</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>What makes the ratios different; null where that cannot be told.</summary>
    public PublishedCause? Cause { get; init; }

    /// <summary>Its identity, the beginning of its figures' identities.</summary>
    [JsonIgnore]
    public string Id => $"published/{Function}/{Target}/{OurTarget}/{OurState}";
}

/// <summary>One side of a pair: a target and the baseline with the same function.</summary>
public sealed record PublishedSide
{
    /// <summary>Median time on the target, ns.</summary>
    public required double MedianNs { get; init; }

    /// <summary>Median time on the baseline, ns.</summary>
    public required double BaselineNs { get; init; }

    /// <summary>Median time of the target's fastest function, ns: the most that a start takes.</summary>
    public required double StartNs { get; init; }

    /// <summary>The same of the baseline, ns.</summary>
    public required double BaselineStartNs { get; init; }

    /// <summary>Time on the target divided by that on the baseline; null on the baseline itself and without an interval.</summary>
    public double? Ratio { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end.</summary>
    public double? High { get; init; }

    /// <summary>What dominates the time on the target: <c>start</c>, <c>compute</c>, <c>even</c> or <c>unknown</c>. See <see cref="Statistics.Dominance"/>.</summary>
    public required string Class { get; init; }

    /// <summary>Whether the own time on the baseline can be told from none: the 95 % interval of the start's share in it lies below 1.</summary>
    [JsonIgnore]
    public bool OwnTold { get; init; } = true;

    /// <summary>Which is faster: <c>target</c>, <c>baseline</c>, <c>neither</c> by the interval, or <c>unknown</c>.</summary>
    [JsonIgnore]
    public string Faster => (Low, High) switch
    {
        (_, < 1) => "target",
        ( > 1, _) => "baseline",
        (null, _) or (_, null) => "unknown",
        _ => "neither",
    };
}
