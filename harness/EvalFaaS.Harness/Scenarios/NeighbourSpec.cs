namespace EvalFaaS.Harness.Scenarios;

/// <summary>A second function on the same target, under a load of its own while the measure's function is measured. It may fail as it likes.</summary>
public sealed record NeighbourSpec
{
    /// <summary>The word for a measure without a neighbour: what the others of its family are compared with.</summary>
    public const string None = "none";

    /// <summary>The function whose faults can be named without it.</summary>
    public const string Usual = "noisy";

    /// <summary>Its name in the results and in the measure's name, for example <c>burn</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The function, with one of its cases or faults as input.</summary>
    public required Workload Workload { get; init; }

    /// <summary>Requests under way at most. Default 2.</summary>
    public int Connections { get; init; } = 2;

    /// <summary>Requests a second, or null: each connection asks again a millisecond after its last request ended.</summary>
    public double? RatePerSecond { get; init; }

    /// <summary>Its load in words.</summary>
    public string InWords => FormattableString.Invariant(
        $"'{Workload.Label}', asked {(RatePerSecond is { } rate ? $"{rate:N0} times a second" : "again a millisecond after each end")} over {Connections} connections");
}
