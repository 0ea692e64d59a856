using System.Collections.Immutable;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Exports;

/// <summary>A load of a suite as other tools are told it.</summary>
public sealed record ExportedLoad
{
    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>The measure's name.</summary>
    public required string Measure { get; init; }

    /// <summary>How requests are offered.</summary>
    public required LoadSpec Load { get; init; }

    /// <summary>Requests a second that the shape's levels are multiples of; 0 in a closed loop.</summary>
    public required double RatePerSecond { get; init; }

    /// <summary>Seed of what is random.</summary>
    public required int Seed { get; init; }

    /// <summary>What is asked, by weight.</summary>
    public required ImmutableArray<ExportedRequest> Requests { get; init; }

    /// <summary>The neighbour beside which the suite measures it, which is not exported; null: none.</summary>
    public string? Neighbour { get; init; }

    /// <summary>The rate over the whole load as linear pieces; a sine as 24 of them a period, a list of times as their number in each of at most 600 equal spans.</summary>
    public IReadOnlyList<RateSegment> Segments() => ExportedRate.Segments((OpenLoad)Load, RatePerSecond);
}

/// <summary>One request of an exported load.</summary>
/// <param name="Name">The workload's label.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="Request">Method, headers and body.</param>
/// <param name="Body">The body's bytes; not used with a payload.</param>
/// <param name="Payload">Bodies of random size, or null.</param>
/// <param name="Status">The right status.</param>
/// <param name="Expected">The right answer's body; null where random bodies make it unknown.</param>
public sealed record ExportedRequest(string Name, double Weight, Uri Url, CaseRequest Request, byte[] Body, PayloadLaw? Payload, int Status, byte[]? Expected);
