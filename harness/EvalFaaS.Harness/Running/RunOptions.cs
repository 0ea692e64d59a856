namespace EvalFaaS.Harness.Running;

/// <summary>How a suite is run.</summary>
public sealed record RunOptions
{
    /// <summary>The repository's folder <c>scenarios/functions</c>.</summary>
    public required string Functions { get; init; }

    /// <summary>The result's folder; it must not hold a result yet.</summary>
    public required string Output { get; init; }

    /// <summary>Names of the suite's targets to run, or null for all.</summary>
    public IReadOnlyCollection<string>? Targets { get; init; }

    /// <summary>Replaces the suite's seed.</summary>
    public int? Seed { get; init; }

    /// <summary>The <c>evalfaas</c> program that targets are started with: program and leading arguments.</summary>
    public required IReadOnlyList<string> Program { get; init; }

    /// <summary>Whether fewer blocks than a comparison needs are run all the same, to see whether a suite works. Default: no.</summary>
    public bool FewBlocks { get; init; }

    /// <summary>The command that a reader can repeat the run with, for the report.</summary>
    public string Command { get; init; } = "";

    /// <summary>The folder of public data sets; where it is null or holds not those that the suite names, the comparison with them is left out. See <see cref="Published.TraceFolder"/>.</summary>
    public string? Traces { get; init; }

    /// <summary>Memory limit of every target, bytes. Default 4 GiB.</summary>
    public long MemoryBytes { get; init; } = 4L << 30;
}

/// <summary>Where a run is.</summary>
/// <param name="Done">Trials done.</param>
/// <param name="Total">Trials planned.</param>
/// <param name="What">What is being done now.</param>
public sealed record RunProgress(int Done, int Total, string What);

/// <summary>What a run came to.</summary>
/// <param name="Directory">The result's folder.</param>
/// <param name="TargetsWithoutSuccess">Targets that ran and have not one right answer: such a run has failed.</param>
public sealed record RunResult(string Directory, IReadOnlyList<string> TargetsWithoutSuccess);
