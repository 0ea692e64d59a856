using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class BlockBootstrapTests
{
    [Fact]
    public void Of_many_independent_values_it_gives_what_t_gives()
    {
        var random = new Random(4);
        var values = Enumerable.Range(0, 400).Select(_ => 100 + 10 * Simulation.Normal(random)).ToArray();
        var (bootstrap, t) = (BlockBootstrap.Of(values, 1, v => v.Average(), random), BlockMean.Arithmetic(values));

        Assert.Equal(t.Value, bootstrap.Value, 9);
        Assert.Equal(t.Low!.Value, bootstrap.Low!.Value, 0.2);
        Assert.Equal(t.High!.Value, bootstrap.High!.Value, 0.2);
    }

    [Fact]
    public void Of_values_that_follow_one_another_longer_stretches_give_a_wider_interval()
    {
        var random = new Random(4);
        var series = new double[1000];
        for (var i = 1; i < series.Length; i++) series[i] = 0.9 * series[i - 1] + Simulation.Normal(random);

        double Width(int stretch) => BlockBootstrap.Of(series, stretch, v => v.Average(), new Random(1)) is var i ? i.High!.Value - i.Low!.Value : 0;

        Assert.True(Width(50) > 2.5 * Width(1), $"{Width(50)} and {Width(1)}");
    }

    [Fact]
    public void A_stretch_longer_than_the_series_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => BlockBootstrap.Of([1, 2], 3, v => v.Average(), new Random(1)));

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, 0.5)]
    [InlineData(72, 0.95)]
    [InlineData(3687, 0.99)]
    [InlineData(3688, 0.999)]
    [InlineData(1_000_000, 0.99999)]
    public void A_tail_is_told_as_far_as_the_sample_reaches(int count, double? percentile) => Assert.Equal(percentile, Tail.Highest(count));
}
