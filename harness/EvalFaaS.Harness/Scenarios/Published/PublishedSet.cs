using System.Collections.Immutable;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Data that others published, and which of their functions and targets correspond to ours: scenarios/suites/published/NAME.yaml.</summary>
public sealed record PublishedSet
{
    /// <summary>Its name, that of the file without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Where it is had.</summary>
    public required string Source { get; init; }

    /// <summary>Its licence.</summary>
    public required string Licence { get; init; }

    /// <summary>What each of its times holds, in a sentence fragment.</summary>
    public required string Holds { get; init; }

    /// <summary>Its folder, in the folder of data sets.</summary>
    public required string Folder { get; init; }

    /// <summary>How many runs each of its files holds.</summary>
    public required int Runs { get; init; }

    /// <summary>The target that its ratios are formed to.</summary>
    public required string Baseline { get; init; }

    /// <summary>Its targets, in the order of the tables.</summary>
    public required ImmutableArray<PublishedTarget> Targets { get; init; }

    /// <summary>Its functions, in the order of the tables.</summary>
    public required ImmutableArray<PublishedFunction> Functions { get; init; }

    /// <summary>SHA-256 of the file's bytes, 64 hexadecimal digits.</summary>
    public string Digest { get; init; } = "";
}

/// <summary>A target of published data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Folder">The folder of its files, in that of the set.</param>
/// <param name="Because">Why its counterparts are the ones that they are, or why it has none.</param>
public sealed record PublishedTarget(string Name, string Folder, string Because)
{
    /// <summary>Targets of ours that do the same, each in a start state; empty where there are none.</summary>
    public ImmutableArray<Counterpart> Ours { get; init; } = [];

    /// <summary>The functions that were run on it; empty: all.</summary>
    public ImmutableArray<string> Functions { get; init; } = [];

    /// <summary>Whether the function was run on it.</summary>
    public bool Ran(string function) => Functions.IsEmpty || Functions.Contains(function);
}

/// <summary>A target of ours in a start state.</summary>
/// <param name="Target">The target's name in the suite.</param>
/// <param name="State">The start state.</param>
public sealed record Counterpart(string Target, string State);

/// <summary>A function of published data.</summary>
/// <param name="Name">Its name, which is that of its files without their ending.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Ours">The label of the function of ours that does the same kind of thing (<c>name:input</c>), or null.</param>
/// <param name="Because">In what it corresponds, or why it has no counterpart.</param>
public sealed record PublishedFunction(string Name, string Kind, string? Ours, string Because);
