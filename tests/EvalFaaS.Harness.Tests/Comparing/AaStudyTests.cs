using EvalFaaS.Harness.Comparing;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Statistics;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Comparing;

public sealed class AaStudyTests : IDisposable
{
    private static readonly Margin Five = new(0.05);
    private readonly TemporaryFolder _folder = new();
    private int _studies;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Like_and_slowed_targets_are_found_by_name_and_counted_apart()
    {
        var result = AaStudy.Evaluate(Write(6, Pairs), Five);
        AaRow Rates(AaKind kind) => result.Comparisons.Single(r => r.Kind == kind && r.Metric == Metrics.RequestsPerSecond);

        Assert.Equal(6, result.Runs);
        Assert.Equal((6, "process"), (Rates(AaKind.OneRun).Pairs, Rates(AaKind.OneRun).Target));
        Assert.Equal((6, 6), (Rates(AaKind.Slowed).Pairs, Rates(AaKind.Slowed).Worse));
        Assert.Equal(0.5, Rates(AaKind.Slowed).Ratio, 0.05);
        Assert.Equal(3, Rates(AaKind.TwoRuns).Pairs);
        Assert.All(result.Comparisons, r => Assert.Equal(r.Pairs, r.Worse + r.Better + r.NoDifference + r.Undecided));
    }

    [Fact]
    public void Spread_between_runs_and_within_them_is_told_apart()
    {
        // Blocks of the synthetic runs differ by 4 %; every second run is half as fast.
        var calm = AaStudy.Evaluate(Write(6, Pairs), Five).Spreads.Single(s => s.Metric == Metrics.RequestsPerSecond);
        var moved = AaStudy.Evaluate(Write(6, (t, run) => Pairs(run % 2 == 0 ? t : t with { DurationNs = 2 * t.DurationNs }, run)), Five).Spreads.Single(s => s.Metric == Metrics.RequestsPerSecond);

        Assert.InRange(calm.Within, 0.03, 0.055);
        Assert.InRange(calm.Between, 0, 0.03);
        Assert.Equal(calm.Within, moved.Within, 1e-6);
        Assert.InRange(moved.Between, 0.3, 0.45);
    }

    [Fact]
    public void What_is_no_study_is_refused()
    {
        Assert.Contains("two are the fewest", Assert.Throws<CompareException>(() => AaStudy.Evaluate([], Five)).Message);
        Assert.Contains("no targets X and X-again", Assert.Throws<CompareException>(() => AaStudy.Evaluate(Write(2, (t, _) => t), Five)).Message);
    }

    private static Trial Pairs(Trial trial, int run) => trial switch
    {
        { Target: "container", State: "N5", Measure: "throughput" } => trial with { Target = "process-again" },
        { Target: "kestrel", Measure: "throughput" } => trial with { Target = "process-slowed", State = "N5", DurationNs = 2 * trial.DurationNs },
        _ => trial,
    };

    private List<string> Write(int runs, Func<Trial, int, Trial> adjust)
    {
        var study = ++_studies;
        var folders = Enumerable.Range(0, runs).Select(run => _folder.File($"{study}-{run}")).ToList();
        for (var run = 0; run < runs; run++)
        {
            var number = run;
            new SyntheticRun(seed: run + 1, requests: 20) { Adjust = t => adjust(t, number) }.Write(folders[run]);
        }

        return folders;
    }
}
