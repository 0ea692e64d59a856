using System.Text.Json.Serialization;

namespace EvalFaaS.Harness.Reports;

/// <summary>Two targets, or one target with and without a neighbour, compared on one metric, paired by block.</summary>
public sealed record Comparison
{
    /// <summary>Target divided by reference.</summary>
    public const string Ratio = "ratio";

    /// <summary>Target minus reference.</summary>
    public const string Difference = "difference";

    /// <summary><see cref="Ratio"/> or <see cref="Difference"/>.</summary>
    public required string Form { get; init; }

    /// <summary>The metric.</summary>
    public required string Metric { get; init; }

    /// <summary>Unit of the value.</summary>
    public required string Unit { get; init; }

    /// <summary>The function.</summary>
    public required string Function { get; init; }

    /// <summary>The measure's name.</summary>
    public required string Measure { get; init; }

    /// <summary>The measure's kind, lower case.</summary>
    public required string Kind { get; init; }

    /// <summary>The target.</summary>
    public required string Target { get; init; }

    /// <summary>Its start state.</summary>
    public required string State { get; init; }

    /// <summary>What it is compared with.</summary>
    public required string Reference { get; init; }

    /// <summary>The reference's start state: the same, or <c>none</c> where it runs no function.</summary>
    public required string ReferenceState { get; init; }

    /// <summary>The reference's measure where it is another one: the same without a neighbour. Null: the same.</summary>
    public string? ReferenceMeasure { get; init; }

    /// <summary>Where both were observed.</summary>
    public required string Observation { get; init; }

    /// <summary>The mean over blocks.</summary>
    public required double Value { get; init; }

    /// <summary>Lower end of the 95 % t interval.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end.</summary>
    public required double High { get; init; }

    /// <summary>Blocks that both have.</summary>
    public required int Blocks { get; init; }

    /// <summary>Whether disturbed blocks are in it; null where they are left out.</summary>
    public bool? WithDisturbed { get; init; }

    /// <summary>Whether one of the two figures is withheld, since it says more of the generator's lateness than of its target: then the report does not print the comparison.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Withheld { get; init; }

    /// <summary>Its identity.</summary>
    [JsonIgnore]
    public string Id => WithDisturbed == true ? "with-disturbed/" + Key : Key;

    /// <summary>What is compared, whichever blocks it rests on.</summary>
    [JsonIgnore]
    public string Key => $"{Form}/{Target}:{Reference}/{Function}/{Measure}{(ReferenceMeasure is null ? "" : ":" + ReferenceMeasure)}/{State}/{Metric}";
}
