using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EvalFaaS.Harness.Reports;

/// <summary>All that is known of one target with one function in one measure and start state.</summary>
public sealed record Cell
{
    /// <summary>The target.</summary>
    public required string Target { get; init; }

    /// <summary>The function.</summary>
    public required string Function { get; init; }

    /// <summary>The measure's name.</summary>
    public required string Measure { get; init; }

    /// <summary>The measure's kind, lower case.</summary>
    public required string Kind { get; init; }

    /// <summary>The start state that the requests were in.</summary>
    public required string State { get; init; }

    /// <summary>Where its times were taken: <c>client</c> or <c>in-process</c>.</summary>
    public required string Observation { get; init; }

    /// <summary>Trials, one a block.</summary>
    public required int Trials { get; init; }

    /// <summary>Of these, how many gave an error instead of data.</summary>
    public required int TrialsFailed { get; init; }

    /// <summary>Requests sent.</summary>
    public required long Issued { get; init; }

    /// <summary>Answered rightly.</summary>
    public required long Ok { get; init; }

    /// <summary>Not.</summary>
    public required long Failed { get; init; }

    /// <summary>Answered from another start state than the cell's: counted, and left out of the figures.</summary>
    public required long InWrongState { get; init; }

    /// <summary>The figures, by metric.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>The cell's identity, the beginning of its figures' identities.</summary>
    [JsonIgnore]
    public string Id => $"{Target}/{Function}/{Measure}/{State}";

    /// <summary>The figure of a metric, or null.</summary>
    public Figure? Find(string metric) => Figures.FirstOrDefault(f => f.Metric == metric);
}
