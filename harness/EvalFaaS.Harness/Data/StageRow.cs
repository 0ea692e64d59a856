namespace EvalFaaS.Harness.Data;

/// <summary>One stage of one trial as it went; one row of stages.csv.</summary>
public sealed record StageRow
{
    /// <summary>Name of the stage that tells whether a load still changes.</summary>
    public const string SteadyState = "steady-state";

    /// <summary>Verdict of <see cref="SteadyState"/>: it did not change any more.</summary>
    public const string Steady = "steady";

    /// <summary>Verdict of <see cref="SteadyState"/>: it still changed when the time was up.</summary>
    public const string NeverSteady = "never-steady";

    /// <summary>Verdict of <see cref="SteadyState"/>: there was too little load to tell.</summary>
    public const string Undecided = "undecided";

    /// <summary>Verdict of any stage: the trial ended with it.</summary>
    public const string Failed = "failed";

    /// <summary>The run's identity.</summary>
    public required string Run { get; init; }

    /// <summary>The block.</summary>
    public required int Block { get; init; }

    /// <summary>Number of the trial.</summary>
    public required int Trial { get; init; }

    /// <summary><c>deploy</c>, <c>verify</c>, <c>warm-up</c>, <c>steady-state</c>, <c>measure</c>, <c>cool-down</c> or <c>collect</c>.</summary>
    public required string Name { get; init; }

    /// <summary>When it began, ns from the run's origin.</summary>
    public required long BeginNs { get; init; }

    /// <summary>How long it took, ns.</summary>
    public required long DurationNs { get; init; }

    /// <summary>How it ended, in a word: <c>done</c>, <c>skipped</c>, <c>steady</c>, <c>never-steady</c>, <c>idle</c>, <c>still-busy</c>, <c>failed</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>What it rests on, in a few words; or empty.</summary>
    public string Detail { get; init; } = "";
}
