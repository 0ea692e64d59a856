using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed class StartSectionTests
{
    [Theory]
    [InlineData(12, 12)]
    [InlineData(20, 12)]
    public void Many_functions_have_their_tables_all_and_charts_as_far_as_there_is_room(int functions, int charts)
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, functions);

        ReportWriter.Write(folder.Path);

        var page = File.ReadAllText(folder.File(ResultFiles.Markdown));
        Assert.Equal(functions, Enumerable.Range(1, functions).Count(i => page.Contains($"**Time to the first byte of f{i}**")));
        Assert.Equal(charts, Directory.EnumerateFiles(folder.File(ResultFiles.Charts), "start-*.svg").Count());
        Assert.Empty(ReportVerifier.Verify(folder.Path).Differences);
    }

    private static void Write(string directory, int functions)
    {
        using var writer = new ResultWriter(directory);
        for (var i = 1; i <= functions; i++)
            writer.Write(
                new Trial { Run = "r", Block = 1, Number = i, Order = i, Target = "wasmtime", Function = $"f{i}", Measure = "start", Kind = MeasureKind.Start, State = "N3", Ok = 1, Issued = 1, DurationNs = 1 },
                [new Sample { Number = 0, StartState = "N3", IntendedNs = 0, IssuedNs = 0, FirstByteNs = 1000 * i, LastByteNs = 1000 * i, Outcome = Sample.Ok, ConfigurationDigest = "c" }]);
        writer.Complete(new RunEnvironment { Run = "r", OriginUtc = DateTimeOffset.UnixEpoch, Suite = new SuiteRecord { Name = "s" }, Machine = new MachineRecord(), Targets = [new TargetRecord { Name = "wasmtime", Kind = "wasmtime" }] });
    }
}
