using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class CliffsDeltaTests
{
    [Fact]
    public void It_is_the_share_of_pairs_that_rise_less_that_of_those_that_fall()
    {
        // Of nine pairs six rise, one falls, two are equal.
        Assert.Equal(5 / 9.0, CliffsDelta.Of([1, 2, 3], [2, 3, 4]).Delta, 12);
        Assert.Equal(-5 / 9.0, CliffsDelta.Of([2, 3, 4], [1, 2, 3]).Delta, 12);
        Assert.Equal(1, CliffsDelta.Of([1, 2], [3, 4]).Delta);
    }

    [Theory]
    [InlineData(0.146, "negligible")]
    [InlineData(-0.147, "small")]
    [InlineData(0.329, "small")]
    [InlineData(0.33, "medium")]
    [InlineData(-0.473, "medium")]
    [InlineData(0.474, "large")]
    [InlineData(-1, "large")]
    public void Sizes_have_the_published_limits(double delta, string size) => Assert.Equal(size, new CliffsDelta(delta).Size);

    [Fact]
    public void An_empty_sample_is_refused() => Assert.Throws<ArgumentException>(() => CliffsDelta.Of([], [1]));
}
