using System.Collections.Immutable;

namespace EvalFaaS.Harness.Bundles;

/// <summary>What is in a bundle, and how its run is repeated: manifest.json.</summary>
public sealed record BundleManifest
{
    /// <summary>The version of bundles that this program writes.</summary>
    public const int CurrentFormat = 1;

    internal const string FileName = "manifest.json", Result = "result", Suite = "suite.yaml", Functions = "functions", Prices = "prices";

    /// <summary>Version of the bundle.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The suite's name.</summary>
    public required string SuiteName { get; init; }

    /// <summary>The bundled run's identity.</summary>
    public required string Run { get; init; }

    /// <summary>The EvalFaaS that measured it.</summary>
    public required string Version { get; init; }

    /// <summary>The seed used.</summary>
    public required int Seed { get; init; }

    /// <summary>The form of the suite that was run, empty for the whole.</summary>
    public string Form { get; init; } = "";

    /// <summary>The targets that were to run.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    /// <summary>SHA-256 of every other file, by its path with forward slashes.</summary>
    public required ImmutableSortedDictionary<string, string> Files { get; init; }
}
