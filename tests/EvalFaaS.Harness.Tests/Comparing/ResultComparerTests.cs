using EvalFaaS.Harness.Comparing;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Statistics;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Comparing;

public sealed class ResultComparerTests : IDisposable
{
    private static readonly CompareOptions Rates = new() { Metrics = [Metrics.RequestsPerSecond], Margin = new Margin(0.2) };
    private readonly TemporaryFolder _a = new();
    private readonly TemporaryFolder _b = new();

    public void Dispose()
    {
        _a.Dispose();
        _b.Dispose();
    }

    [Fact]
    public void What_is_slower_by_more_than_the_margin_is_worse_and_the_rest_is_as_it_was()
    {
        new SyntheticRun(seed: 1).Write(_a.Path);
        new SyntheticRun(seed: 2) { Adjust = t => t.Target == "wasmtime" ? t with { DurationNs = 2 * t.DurationNs } : t }.Write(_b.Path);

        var result = Compare(Rates);
        var worse = Of(result, "wasmtime", "throughput");

        Assert.Equal(Verdict.Worse, result.Verdict);
        Assert.Equal(Verdict.Worse, worse.Verdict);
        Assert.InRange(worse.Ratio!.Value, 0.45, 0.55);
        Assert.True(worse.HigherIsBetter);
        Assert.False(worse.Paired);
        Assert.Equal(("large", -1.0), (worse.Effect, worse.CliffsDelta));
        Assert.All(result.Comparisons.Where(c => c.Measure == "throughput" && c.Target != "wasmtime"), c => Assert.Equal(Verdict.NoDifference, c.Verdict));
    }

    [Fact]
    public void What_is_faster_is_better()
    {
        new SyntheticRun(seed: 1) { Adjust = t => t with { DurationNs = 2 * t.DurationNs } }.Write(_a.Path);
        new SyntheticRun(seed: 2).Write(_b.Path);

        Assert.All(Compare(Rates).Comparisons, c => Assert.Equal(Verdict.Better, c.Verdict));
    }

    [Fact]
    public void An_undecided_comparison_says_how_many_more_blocks_it_needs()
    {
        new SyntheticRun(seed: 1).Write(_a.Path);
        new SyntheticRun(seed: 2).Write(_b.Path);

        var result = Compare(Rates with { Margin = new Margin(0.02) });
        var undecided = result.Comparisons.Where(c => c.Verdict == Verdict.Undecided).ToList();

        Assert.Equal(Verdict.Undecided, result.Verdict);
        Assert.NotEmpty(undecided);
        Assert.All(undecided, c => Assert.InRange(c.MoreBlocks!.Value, 1, BlocksNeeded.Most));
    }

    [Fact]
    public void Targets_of_one_run_are_paired_by_block_and_give_the_ratio_of_its_report()
    {
        new SyntheticRun(seed: 1).Write(_a.Path);
        var report = DocumentBuilder.Read(_a.Path).Summary.Comparisons;
        var wanted = report.First(c => c is { Form: "ratio", Metric: Metrics.CpuPerRequest, Measure: "throughput", Target: "container", Reference: "process" });

        var result = ResultComparer.Compare(_a.Path, _a.Path, new CompareOptions { Metrics = [Metrics.CpuPerRequest], Targets = ("process", "container") });
        var comparison = result.Comparisons.First(c => c.Measure == "throughput");

        Assert.True(comparison.Paired);
        Assert.Equal(("process", "container"), (comparison.Target, comparison.TargetB));
        Assert.Equal((wanted.Value, wanted.Low, wanted.High), (Math.Round(comparison.Ratio!.Value, 8), Math.Round(comparison.Ratio.Low, 8), Math.Round(comparison.Ratio.High, 8)), new Near());
    }

    [Fact]
    public void P_values_are_adjusted_for_all_comparisons_together_and_simultaneous_intervals_are_wider()
    {
        new SyntheticRun(seed: 1).Write(_a.Path);
        new SyntheticRun(seed: 2).Write(_b.Path);

        var compared = Compare(new CompareOptions()).Comparisons.Where(c => c.Ratio is not null).ToList();

        Assert.True(compared.Count > 30);
        Assert.Equal(Family.Holm([.. compared.Select(c => c.P!.Value)]), compared.Select(c => c.PAdjusted!.Value));
        Assert.All(compared, c => Assert.True(c.Simultaneous!.Low <= c.Ratio!.Low && c.Ratio.High <= c.Simultaneous.High));
        Assert.All(compared, c => Assert.InRange(c.ByRanks!.Value, c.Simultaneous!.Low, c.Simultaneous.High));
    }

    [Fact]
    public void Too_few_blocks_say_so_and_how_many_are_missing()
    {
        new SyntheticRun(seed: 1, blocks: 4).Write(_a.Path);
        new SyntheticRun(seed: 2).Write(_b.Path);

        var result = Compare(Rates);

        Assert.Equal(Verdict.Undecided, result.Verdict);
        Assert.All(result.Comparisons, c => Assert.Equal(("4 blocks, and 6 are the fewest that carry a comparison", 2), (c.Note, c.MoreBlocks)));
    }

    [Fact]
    public void What_answers_nothing_any_more_is_worse()
    {
        new SyntheticRun(seed: 1).Write(_a.Path);
        new SyntheticRun(seed: 2) { Adjust = t => t is { Target: "process", Measure: "throughput" } ? t with { Error = "it is gone" } : t }.Write(_b.Path);

        var result = Compare(Rates);
        var gone = Of(result, "process", "throughput");

        Assert.Equal(Verdict.Worse, gone.Verdict);
        Assert.StartsWith("B has no value: ", gone.Note);
        Assert.Contains("10 of 10 trials failed", gone.Note);
        Assert.Contains(result.Warnings, w => w.Contains("process/echo/throughput/N5: 10 of 10 trials failed in B, 0 of 10 in A"));
    }

    [Fact]
    public void Cells_of_one_side_alone_are_named_and_differences_of_load_are_warned_of()
    {
        new SyntheticRun(seed: 1).Write(_a.Path);
        new SyntheticRun(seed: 2) { Adjust = t => t.Target == "process" ? t with { Target = "renamed" } : t.Measure == "latency" ? t with { OfferedPerSecond = 9000 } : t }.Write(_b.Path);

        var result = Compare(Rates);

        Assert.Contains("process/echo/throughput/N5", result.OnlyInA);
        Assert.Contains("renamed/echo/throughput/N5", result.OnlyInB);
        Assert.Contains(result.Warnings, w => w.StartsWith("wasmtime/echo/latency/N4: the load was 7,000 requests a second in A and 9,000 in B"));
    }

    [Fact]
    public void The_same_run_twice_needs_two_targets()
    {
        new SyntheticRun(seed: 1).Write(_a.Path);
        new SyntheticRun(seed: 1).Write(_b.Path);

        Assert.Contains("Both are the same run", Assert.Throws<CompareException>(() => Compare(Rates)).Message);
    }

    [Theory]
    [InlineData("requests_per_sec", null, "There are: ")]
    [InlineData("p99_ns", null, "No cell has block values of the metric 'p99_ns'")]
    [InlineData(null, "wasmtimes", "The first result has no target 'wasmtimes'. It has ")]
    public void Unknown_names_are_said_to_be_unknown(string? metric, string? target, string message)
    {
        new SyntheticRun(seed: 1).Write(_a.Path);
        new SyntheticRun(seed: 2).Write(_b.Path);
        var options = new CompareOptions { Metrics = metric is null ? [] : [metric], Targets = target is null ? null : (target, "process") };

        Assert.Contains(message, Assert.Throws<CompareException>(() => Compare(options)).Message);
    }

    [Fact]
    public void A_result_of_a_later_schema_is_refused_with_the_program_that_wrote_it()
    {
        new SyntheticRun(seed: 1).Write(_a.Path);
        new SyntheticRun(seed: 2).Write(_b.Path);
        var environment = File.ReadAllText(_b.File(ResultFiles.Environment));
        File.WriteAllText(_b.File(ResultFiles.Environment), environment.Replace($"\"schema\": {RunEnvironment.CurrentSchema}", "\"schema\": 99"));

        Assert.Contains("has schema 99", Assert.Throws<InvalidDataException>(() => Compare(Rates)).Message);
    }

    private ResultComparison Compare(CompareOptions options) => ResultComparer.Compare(_a.Path, _b.Path, options);

    private static FigureComparison Of(ResultComparison result, string target, string measure) => result.Comparisons.Single(c => c.Target == target && c.Measure == measure);

    private sealed class Near : EqualityComparer<(double, double, double)>
    {
        public override bool Equals((double, double, double) x, (double, double, double) y) =>
            Math.Abs(x.Item1 - y.Item1) < 1e-7 && Math.Abs(x.Item2 - y.Item2) < 1e-7 && Math.Abs(x.Item3 - y.Item3) < 1e-7;

        public override int GetHashCode((double, double, double) x) => 0;
    }
}
