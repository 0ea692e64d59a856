namespace EvalFaaS.Harness.Reports;

/// <summary>All analysers, in the order of the report.</summary>
internal static class Analysers
{
    private static readonly IAnalyser[] All =
    [
        new RunWarningAnalyser(), new BlockAnalyser(), new StealAnalyser(), new SteadyStateAnalyser(), new FailureAnalyser(), new StartStateAnalyser(), new GeneratorAnalyser(), new DriftAnalyser(), new PublishedAnalyser(), new NeighbourAnalyser(),
    ];

    /// <summary>Everything found.</summary>
    public static IReadOnlyList<Finding> Analyse(ReportContext context) => [.. All.SelectMany(a => a.Analyse(context))];
}
