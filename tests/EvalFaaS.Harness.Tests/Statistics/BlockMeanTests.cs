using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class BlockMeanTests
{
    [Theory]
    [InlineData(5, 2.570582)]
    [InlineData(9, 2.262157)]
    [InlineData(29, 2.045230)]
    public void Critical_values_are_those_of_the_published_t_table(int degreesOfFreedom, double value) =>
        Assert.Equal(value, BlockMean.Critical(degreesOfFreedom), 5);

    [Fact]
    public void The_interval_is_that_of_an_independent_computation()
    {
        // scipy.stats.t.interval(0.95, 9, loc=mean(x), scale=sem(x)) of the extra hours of sleep under drug 2 (Student 1908).
        var interval = BlockMean.Arithmetic([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);

        Assert.Equal(2.33, interval.Value, 10);
        Assert.Equal(0.8976775, interval.Low!.Value, 5);
        Assert.Equal(3.7623225, interval.High!.Value, 5);
    }

    [Fact]
    public void The_geometric_mean_and_its_interval_are_formed_on_the_log_scale()
    {
        var interval = BlockMean.Geometric([1, 10, 100, 1, 10, 100]);

        Assert.Equal(10, interval.Value, 9);
        Assert.Equal(100, interval.Low!.Value * interval.High!.Value, 6);
    }

    [Fact]
    public void Fewer_than_six_blocks_carry_no_interval()
    {
        var interval = BlockMean.Arithmetic([1, 2, 3, 4, 5]);

        Assert.Equal((3, null, null, 5), (interval.Value, interval.Low, interval.High, interval.Count));
    }

    [Fact]
    public void A_geometric_mean_of_zero_is_refused() => Assert.Throws<ArgumentException>(() => BlockMean.Geometric([1, 0, 2, 3, 4, 5]));

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public void Simulated_coverage_of_block_intervals_holds_at_the_numbers_of_blocks_used(int blocks)
    {
        var random = new Random(11);
        var covered = Enumerable.Range(0, 4000).Count(_ =>
            BlockMean.Geometric([.. Enumerable.Range(0, blocks).Select(_ => 5 * Math.Exp(0.1 * Simulation.Normal(random)))]) is var i && i.Low <= 5 && 5 <= i.High);

        Assert.InRange(covered / 4000.0, 0.938, 0.962);
    }

    [Fact]
    public void Requests_that_share_a_block_are_not_independent_and_an_interval_over_them_covers_far_too_little()
    {
        // Ten blocks of 100 requests; the block's own level varies as much as requests do within it. Over requests 95 % become less than 60 %, over blocks they hold.
        var random = new Random(13);
        int overRequests = 0, overBlocks = 0;
        for (var run = 0; run < 1000; run++)
        {
            var blocks = Enumerable.Range(0, 10).Select(_ => 0.5 * Simulation.Normal(random)).Select(level => Enumerable.Range(0, 100).Select(_ => level + Simulation.Normal(random)).ToArray()).ToArray();
            if (Covers(BlockMean.Arithmetic([.. blocks.SelectMany(b => b)]))) overRequests++;
            if (Covers(BlockMean.Arithmetic([.. blocks.Select(b => b.Average())]))) overBlocks++;
        }

        Assert.True(overRequests < 600, $"{overRequests} of 1,000");
        Assert.InRange(overBlocks, 930, 970);
    }

    private static bool Covers(Interval interval) => interval.Low <= 0 && 0 <= interval.High;
}
