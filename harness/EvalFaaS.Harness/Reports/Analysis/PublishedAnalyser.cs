namespace EvalFaaS.Harness.Reports;

/// <summary>Whether published data were there, and whether their runs can be taken as exchangeable.</summary>
internal sealed class PublishedAnalyser : IAnalyser
{
    /// <summary>Low, since every file is looked at.</summary>
    private const double Level = 0.001;

    public IEnumerable<Finding> Analyse(ReportContext context)
    {
        if (context.Environment.Suite.Reproduces is not { } published) yield break;
        if (published.LeftOut is { } why) yield return new("no-published-data", $"the comparison with {published.Set.Name} was left out: {why}");
        var trends = context.Data.Published.Count(r => r.TrendP < Level);
        if (trends > 0)
            yield return new("published-trend", "in ", Inlines.Count("published/trends", trends), " of ", Inlines.Count("published/files", context.Data.Published.Count), " published files times rise or fall from run to run (Mann-Kendall): intervals of these are too narrow.");
    }
}
