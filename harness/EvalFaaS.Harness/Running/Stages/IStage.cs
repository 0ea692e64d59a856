namespace EvalFaaS.Harness.Running;

/// <summary>One step of a trial, from the empty target to the written row.</summary>
internal interface IStage
{
    /// <summary>Its name in stages.csv.</summary>
    string Name { get; }

    /// <summary>What it does and when it is over, in a sentence; stands in the report.</summary>
    string StopRule { get; }

    /// <summary>Runs it.</summary>
    /// <exception cref="Exception">The trial fails with its message.</exception>
    Task<StageEnd> RunAsync(TrialWork work, CancellationToken cancellation);
}

/// <summary>How a stage ended.</summary>
/// <param name="Verdict">In a word.</param>
/// <param name="Detail">What it rests on.</param>
internal readonly record struct StageEnd(string Verdict, string Detail = "")
{
    /// <summary>As meant.</summary>
    public static StageEnd Done { get; } = new("done");

    /// <summary>Nothing was to be done.</summary>
    public static StageEnd Skipped { get; } = new("skipped");
}
