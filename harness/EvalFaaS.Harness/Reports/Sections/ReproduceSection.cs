using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>How to repeat the run and to recompute its numbers.</summary>
internal sealed class ReproduceSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        var environment = context.Environment;
        yield return new HeadingBlock(2, "reproduce", "How to reproduce");
        yield return new ParagraphBlock(["Repeat the run, and recompute every number of this page from the raw data beside it:"]);
        yield return new CommandBlock(string.Join('\n', new[] { environment.Command, "./evalfaas report --verify ." }.Where(c => c.Length > 0)));
        yield return new ParagraphBlock(
        [
            $"EvalFaaS {environment.Version}, seed ", Inlines.Count("run/seed", environment.Suite.Seed), ", run ", new CodeInline(environment.Run), ". The raw data: ",
            new CodeInline(ResultFiles.Samples), ", ", new CodeInline(ResultFiles.Trials), ", ", new CodeInline(ResultFiles.Environment), "; every figure: ", new CodeInline(ResultFiles.Summary), ".",
        ]);
        yield return new TableBlock("Digests (SHA-256)", [new("What"), new("Digest")], [.. Digests(environment).Where(d => d.Digest.Length > 0).Select(d => new Row([[d.What], [new CodeInline(d.Digest)]]))]);
    }

    private static IEnumerable<(string What, string Digest)> Digests(RunEnvironment environment) =>
    [
        ("the suite’s file", environment.Suite.Digest),
        .. environment.Functions.DistinctBy(f => f.ModuleDigest).Select(f => ($"module of {f.Name}", f.ModuleDigest)),
        .. environment.Files.Where(f => !f.Key.StartsWith(ResultFiles.Histograms, StringComparison.Ordinal)).Select(f => (f.Key, f.Value)),
    ];
}
