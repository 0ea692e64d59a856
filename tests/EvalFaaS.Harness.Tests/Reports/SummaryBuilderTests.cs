using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed class SummaryBuilderTests(WrittenReport report) : IClassFixture<WrittenReport>
{
    [Fact]
    public void Ratios_stay_within_one_start_state_and_observation_point_or_go_to_the_ceiling()
    {
        var cells = report.Summary.Cells;

        Assert.NotEmpty(report.Summary.Comparisons);
        Assert.All(report.Summary.Comparisons, c =>
        {
            Assert.True(c.State == c.ReferenceState || c.ReferenceState == StartStates.None);
            Assert.Equal(c.Observation, cells.First(x => x.Target == c.Reference && x.Measure == c.Measure && x.State == c.ReferenceState).Observation);
        });
        Assert.DoesNotContain(report.Summary.Comparisons, c => c.Target == "wasmtime-inproc");
    }

    [Theory]
    [InlineData("wasmtime", "N3")]
    [InlineData("process", "N3")]
    [InlineData("container", "N3")]
    [InlineData("container", "paused")]
    public void Phases_and_the_rest_add_up_to_the_mean(string target, string state)
    {
        var cell = report.Summary.Cells.First(c => c.Target == target && c.State == state);
        Assert.True(cell.Find(Metrics.OfPhase(Phase.Instantiate))!.Value > 0);
        var parts = cell.Figures.Where(f => f.Metric.StartsWith("phase_", StringComparison.Ordinal)).Sum(f => f.Value);

        Assert.Equal(cell.Find(Metrics.Mean)!.Value, parts, 0.01);
    }

    [Fact]
    public void A_small_sample_says_how_many_would_be_enough()
    {
        var figure = report.Summary.Cells.First(c => c.Kind == "start").Find(Metrics.P99)!;

        Assert.Null(figure.Low);
        Assert.Equal("n too small: 60 of 368", figure.Note);
    }

    [Fact]
    public void Requests_from_another_state_and_failed_ones_are_in_no_time()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new ResultWriter(folder.Path))
        {
            var trial = new Trial { Run = "r", Block = 1, Number = 1, Order = 1, Target = "t", Function = "f", Measure = "start", Kind = MeasureKind.Start, State = "N3", Issued = 3, Ok = 2, Failed = 1, InWrongState = 1 };
            writer.Write(trial, [Start("N3", "ok", 100), Start("N4", "ok", 5), Start("N3", "timeout", 900)]);
            writer.Complete(new RunEnvironment { Run = "r", OriginUtc = DateTimeOffset.UnixEpoch, Suite = new SuiteRecord { Name = "s" }, Machine = new MachineRecord(), Targets = [] });
        }

        var cell = Assert.Single(DocumentBuilder.Read(folder.Path).Summary.Cells);

        Assert.Equal((100, 1), (cell.Find(Metrics.P50)!.Value, cell.Find(Metrics.P50)!.Count));
        Assert.Equal((2, 1, 1), (cell.Ok, cell.Failed, cell.InWrongState));
    }

    [Fact]
    public void A_run_without_any_data_still_has_a_report()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new ResultWriter(folder.Path))
        {
            var trial = new Trial { Run = "r", Block = 1, Number = 1, Order = 1, Target = "t", Function = "f", Measure = "throughput", Kind = MeasureKind.Throughput, State = "N4", Error = "the target did not start" };
            writer.Write(trial, []);
            writer.Complete(new RunEnvironment { Run = "r", OriginUtc = DateTimeOffset.UnixEpoch, Suite = new SuiteRecord { Name = "s" }, Machine = new MachineRecord(), Targets = [] });
        }

        ReportWriter.Write(folder.Path);

        Assert.Contains("the target did not start", File.ReadAllText(folder.File(ResultFiles.Html)));
        Assert.True(ReportVerifier.Verify(folder.Path).Ok);
    }

    private static Sample Start(string state, string outcome, long ns) => new() { StartState = state, Outcome = outcome, FirstByteNs = ns, LastByteNs = ns };
}
