using System.Collections.Immutable;

namespace EvalFaaS.Studies;

/// <summary>A suite that is computed instead of measured: what is asked, of which data, how thoroughly.</summary>
public sealed record StudySuite
{
    /// <summary>Its name: that of its file.</summary>
    public required string Name { get; init; }

    /// <summary>The study that answers it: <c>policies</c>, <c>predictor</c> or <c>simulator-validation</c>.</summary>
    public required string Study { get; init; }

    /// <summary>What it is about.</summary>
    public string Description { get; init; } = "";

    /// <summary>What it asks.</summary>
    public required ImmutableArray<string> Questions { get; init; }

    /// <summary>The published trace that it runs over, a folder of the traces; empty where it needs none.</summary>
    public string Trace { get; init; } = "";

    /// <summary>Seed of everything random. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The minute of the trace before which is learnt and from which on is counted. Default 360.</summary>
    public int HeldOutFrom { get; init; } = 360;

    /// <summary>Independent replications. Default 8.</summary>
    public int Replications { get; init; } = 8;

    /// <summary>Length of the runs of the exact cases; 1 is what is published. Default 1.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Trees of a learned model. Default 150.</summary>
    public int Trees { get; init; } = 150;

    /// <summary>Of the points of each front every so-manieth is computed. Default 1.</summary>
    public int Every { get; init; } = 1;

    /// <summary>The form it has been made smaller to: <c>quick</c>, <c>smoke</c> or empty.</summary>
    public string Form { get; init; } = "";

    /// <summary>SHA-256 of the file.</summary>
    public string Digest { get; init; } = "";
}
