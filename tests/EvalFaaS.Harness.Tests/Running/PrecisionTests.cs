using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Tests.Running;

public sealed class PrecisionTests
{
    [Fact]
    public void Without_enough_blocks_nothing_is_narrow()
    {
        var precision = new Precision("a");
        for (var block = 1; block <= 5; block++) Add(precision, block, "a", 100, "b", 200);

        Assert.Equal(double.PositiveInfinity, precision.Widest());
    }

    [Fact]
    public void What_blocks_share_does_not_widen_a_ratio()
    {
        var precision = new Precision("a");
        for (var block = 1; block <= 8; block++) Add(precision, block, "a", 100 * block, "b", 250 * block);

        Assert.Equal(0, precision.Widest(), 9);
    }

    [Fact]
    public void The_widest_ratio_counts_and_a_dropped_block_does_not()
    {
        var precision = new Precision("a");
        for (var block = 1; block <= 8; block++) Add(precision, block, "a", 100, "b", 250);
        Add(precision, 9, "a", 100, "b", 25_000);

        var wide = precision.Widest();
        precision.Drop(9);

        Assert.True(wide > 1);
        Assert.Equal(0, precision.Widest(), 9);
    }

    private static void Add(Precision precision, int block, string first, long firstRate, string second, long secondRate)
    {
        precision.Add(Trial(block, first, firstRate), []);
        precision.Add(Trial(block, second, secondRate), []);
    }

    private static Trial Trial(int block, string target, long answers) => new()
    {
        Run = "r", Block = block, Number = block, Order = 1, Target = target, Function = "f", Measure = "throughput", Kind = MeasureKind.Throughput, State = "N4", Ok = answers, DurationNs = 1_000_000_000,
    };
}
