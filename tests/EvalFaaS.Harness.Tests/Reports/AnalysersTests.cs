using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed class AnalysersTests
{
    [Fact]
    public void A_quiet_run_raises_what_it_was_given_and_its_failures_alone() =>
        Assert.Equal(["shared-core", "failed-requests"], Codes(new SyntheticRun(blocks: 6, requests: 100)).Distinct());

    [Fact]
    public void Loads_that_never_came_to_rest_are_named() =>
        Assert.Contains("never-steady", Codes(new SyntheticRun(blocks: 6, requests: 100) { SteadyState = t => t is { Target: "wasmtime", Kind: MeasureKind.Throughput } ? "never-steady" : "steady" }));

    [Fact]
    public void Values_that_fall_from_block_to_block_are_called_a_drift() =>
        Assert.Contains("drift", Codes(new SyntheticRun(blocks: 10, requests: 100) { Adjust = t => t.Kind == MeasureKind.Throughput ? t with { Ok = 100_000 - 5_000 * t.Block, Issued = 100_000 } : t }));

    [Fact]
    public void Time_that_the_hypervisor_took_is_told() =>
        Assert.Contains("steal", Codes(new SyntheticRun(blocks: 6, requests: 100) { Adjust = t => t with { StealNs = t.DurationNs / 10 } }));

    [Fact]
    public void A_generator_that_was_busy_or_late_is_told()
    {
        var codes = Codes(new SyntheticRun(blocks: 6, requests: 100) { Adjust = t => t with { GeneratorCpuNs = t.GeneratorCpuNs is null ? null : t.DurationNs, ScheduleErrorP99Ns = t.ScheduleErrorP99Ns is null ? null : 50_000_000 } });

        Assert.Contains("busy-generator", codes);
        Assert.Contains("late-generator", codes);
    }

    [Fact]
    public void A_neighbour_that_did_nothing_is_told()
    {
        var run = new SyntheticRun(blocks: 6, requests: 100) { Neighbours = ["none", "burn"], Adjust = t => t is { Neighbour: { } did, Block: 2 } ? t with { Neighbour = did with { Ended = 0, Ok = 0 } } : t };

        Assert.Contains("idle-neighbour", Codes(run));
        Assert.DoesNotContain("idle-neighbour", Codes(new SyntheticRun(blocks: 6, requests: 100) { Neighbours = ["none", "burn"] }));
    }

    private static IReadOnlyList<string> Codes(SyntheticRun run)
    {
        using var folder = new TemporaryFolder();
        run.Write(folder.Path);
        return [.. Analysers.Analyse(DocumentBuilder.Read(folder.Path)).Select(f => f.Code)];
    }
}
