using System.Collections.Immutable;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Studies.Data;

/// <summary>What a study was computed of, with and how: its environment.json. Properties are only ever added.</summary>
internal sealed record StudyRecord
{
    /// <summary>Version of the result folder.</summary>
    public int Schema { get; init; } = RunEnvironment.CurrentSchema;

    /// <summary>The study, by which the file is told from that of a measurement.</summary>
    public required string Study { get; init; }

    /// <summary>The suite as it was run.</summary>
    public required StudySuite Suite { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset OriginUtc { get; init; }

    /// <summary>How long it took, seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Version of EvalFaaS, with its commit where known.</summary>
    public string Version { get; init; } = "";

    /// <summary>The command that repeats it.</summary>
    public string Command { get; init; } = "";

    /// <summary>The machine. Nothing in the figures depends on it.</summary>
    public required MachineRecord Machine { get; init; }

    /// <summary>What was read besides the suite, by its name, with its SHA-256.</summary>
    public ImmutableSortedDictionary<string, string> Inputs { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What a reader must know before believing the figures.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>SHA-256 of each file of raw data beside this one.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
