using EvalFaaS.Harness.Scenarios.Prices;
using System.Collections.Immutable;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Data;

/// <summary>The suite as it ran.</summary>
public sealed record SuiteRecord
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of its file.</summary>
    public string Digest { get; init; } = "";

    /// <summary>The questions.</summary>
    public ImmutableArray<string> Questions { get; init; } = [];

    /// <summary>Blocks that were planned.</summary>
    public int Blocks { get; init; }

    /// <summary>The smaller form in which it ran: <c>quick</c>, <c>smoke</c>, or empty for the whole suite.</summary>
    public string Form { get; init; } = "";

    /// <summary>Why no further block was run, in a sentence.</summary>
    public string Ending { get; init; } = "";

    /// <summary>The rule by which blocks were dropped, as declared before the run, in a sentence.</summary>
    public string Disturbance { get; init; } = "";

    /// <summary>The stages of a trial, each with what ends it.</summary>
    public ImmutableArray<Setting> Stages { get; init; } = [];

    /// <summary>The seed used.</summary>
    public int Seed { get; init; }

    /// <summary>The target that ratios are formed to.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Published data that the figures are held against, or null.</summary>
    public PublishedRecord? Reproduces { get; init; }

    /// <summary>The price sheets as they were read; none in results from before they were.</summary>
    public ImmutableArray<PriceSheet> Prices { get; init; } = [];

    /// <summary>The measures, in the order of the report.</summary>
    public ImmutableArray<MeasureRecord> Measures { get; init; } = [];
}

/// <summary>Published data that a suite names.</summary>
/// <param name="Set">What they are, and what of ours corresponds to them.</param>
/// <param name="LeftOut">Why they were not read, with how to have them; null where they were.</param>
public sealed record PublishedRecord(PublishedSet Set, string? LeftOut);

/// <summary>A measure as it ran.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind: <c>start</c>, <c>latency</c>, <c>throughput</c> or <c>memory</c>.</param>
/// <param name="Description">What was done, in a sentence, with units.</param>
public sealed record MeasureRecord(string Name, string Kind, string Description)
{
    /// <summary>The family of measures that this one is a level of, for example <c>latency</c> of <c>latency@80%</c>; null where it stands alone.</summary>
    public string? Sweep { get; init; }

    /// <summary>The level, in <see cref="LevelUnit"/>.</summary>
    public double? Level { get; init; }

    /// <summary>Who runs beside the function, in a family of neighbours also <c>none</c>; null where nobody does.</summary>
    public string? Neighbour { get; init; }

    /// <summary>Unit of the level, for example <c>%</c>, <c>1/s</c> or <c>B</c>.</summary>
    public string? LevelUnit { get; init; }
}
