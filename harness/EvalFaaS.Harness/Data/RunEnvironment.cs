using System.Collections.Immutable;

namespace EvalFaaS.Harness.Data;

/// <summary>What a result was measured on and with: environment.json. Properties are only ever added.</summary>
public sealed record RunEnvironment
{
    /// <summary>The version of the result folder that this program writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Version of the result folder.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The run's identity, as in the rows.</summary>
    public required string Run { get; init; }

    /// <summary>UTC time at the monotonic origin of all times in the samples.</summary>
    public required DateTimeOffset OriginUtc { get; init; }

    /// <summary>How long the run took, ns.</summary>
    public long DurationNs { get; init; }

    /// <summary>Version of EvalFaaS, with its commit where known.</summary>
    public string Version { get; init; } = "";

    /// <summary>The command that repeats this run.</summary>
    public string Command { get; init; } = "";

    /// <summary>What was run.</summary>
    public required SuiteRecord Suite { get; init; }

    /// <summary>The machine.</summary>
    public required MachineRecord Machine { get; init; }

    /// <summary>The targets that ran, in the order of the tables.</summary>
    public required ImmutableArray<TargetRecord> Targets { get; init; }

    /// <summary>The targets that did not.</summary>
    public ImmutableArray<LeftOutTarget> LeftOut { get; init; } = [];

    /// <summary>The functions.</summary>
    public ImmutableArray<FunctionRecord> Functions { get; init; } = [];

    /// <summary>What a reader must know before believing the figures, raised by the run itself.</summary>
    public ImmutableArray<RunWarning> Warnings { get; init; } = [];

    /// <summary>SHA-256 of each file of raw data beside this one, by its name.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
