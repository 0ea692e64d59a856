using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Puts the report together: the same raw data give the same document.</summary>
internal static class DocumentBuilder
{
    /// <summary>Version of the report's words and layout; a report of another one is verified by its figures alone.</summary>
    public const int Layout = 6;

    private static readonly IReadOnlyList<IReportSection> Sections =
    [
        new AnswerSection(), new PublishedSection(), new RatioSection(), new TargetSection(),
        new StartSection(), new LatencySection(), new ThroughputSection(), new MemorySection(), new TradeSection(), new DeployedSection(), new ResourceSection(), new NeighbourSection(), new SweepSection(), new SideLoadSection(), new CostSection(),
        new MethodSection(), new EnvironmentSection(), new WarningSection(), new DisturbanceSection(), new PrincipleSection(), new ReproduceSection(),
    ];

    public static string Generator => $"EvalFaaS report, layout {Layout}";

    public static ReportContext Read(string directory)
    {
        var data = ResultData.Read(directory);
        var raw = CellDataReader.Read(data);
        var summary = SummaryBuilder.Build(data, raw);
        summary = summary with { Answer = [.. AnswerBuilder.Build(data.Environment, summary).Select(AnswerBuilder.Plain)] };
        return new ReportContext(data, raw, summary);
    }

    public static ReportDocument Build(ReportContext context) =>
        new($"{context.Environment.Suite.Name}: EvalFaaS report", Generator, [.. Sections.SelectMany(s => s.Build(context))]);
}
