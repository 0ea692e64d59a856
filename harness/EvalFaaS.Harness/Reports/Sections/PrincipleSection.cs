namespace EvalFaaS.Harness.Reports;

/// <summary>The eight principles of the SPEC Research Group's cloud working group, checked on this result.</summary>
internal sealed class PrincipleSection : IReportSection
{
    private static readonly IPrinciple[] Principles =
    [
        new RepeatedExperiments(), new Coverage(), new SetupDescription(), new OpenArtifact(), new ProbabilisticDescription(), new StatisticalEvaluation(), new MeasurementUnits(), new Cost(),
    ];

    public IEnumerable<Block> Build(ReportContext context)
    {
        yield return new HeadingBlock(2, "principles", "Principles of reproducible evaluation");
        yield return new ParagraphBlock(["The eight methodological principles of the SPEC Research Group (Papadopoulos et al., IEEE TSE, 2019), each checked by the program on the data of this result."]);
        yield return new TableBlock(
            "Which principles this result keeps",
            [new("Principle"), new("Kept"), new("Evidence in the data")],
            [.. Principles.Select((p, i) => RowOf($"P{i + 1} {p.Name}", p.Check(context)))]);
    }

    private static Row RowOf(string name, PrincipleFinding finding) => new([[name], [Word(finding.Verdict)], finding.Evidence]);

    private static string Word(PrincipleVerdict verdict) => verdict switch { PrincipleVerdict.Met => "met", PrincipleVerdict.Partly => "partly", _ => "not met" };
}
