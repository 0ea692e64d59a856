using CsCheck;
using EvalFaaS.Harness.Statistics;
using MathNet.Numerics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class PercentileIntervalTests
{
    [Theory]
    [InlineData(6, 1, 6)]
    [InlineData(10, 2, 9)]
    [InlineData(15, 4, 12)]
    [InlineData(20, 6, 15)]
    [InlineData(25, 8, 18)]
    [InlineData(30, 10, 21)]
    [InlineData(50, 18, 33)]
    public void Ranks_for_the_median_are_those_of_the_published_sign_test_tables(int n, int low, int high) =>
        Assert.Equal((low, high), PercentileInterval.Ranks(n, 0.5));

    [Theory]
    [InlineData(0.5, 6)]
    [InlineData(0.95, 72)]
    [InlineData(0.99, 368)]
    [InlineData(0.999, 3688)]
    public void The_smallest_sample_that_carries_an_interval_is_known(double percentile, int fewest)
    {
        Assert.Equal(fewest, PercentileInterval.MinimumCount(percentile));
        Assert.Null(PercentileInterval.Ranks(fewest - 1, percentile));
        Assert.NotNull(PercentileInterval.Ranks(fewest, percentile));
    }

    [Fact]
    public void Each_interval_covers_at_least_its_level_and_one_rank_less_would_not()
    {
        Gen.Select(Gen.Int[6, 900], Gen.Double[0.02, 0.98]).Sample((n, p) =>
        {
            if (PercentileInterval.Ranks(n, p) is not { } ranks) return;
            Assert.True(Tail(n, p, ranks.Low) <= 0.025 + 1e-12);
            Assert.True(Tail(n, p, ranks.Low + 1) > 0.025 - 1e-12);
            Assert.True(1 - Tail(n, p, ranks.High) <= 0.025 + 1e-12);
            Assert.True(1 - Tail(n, p, ranks.High - 1) > 0.025 - 1e-12);
        });
    }

    [Theory]
    [InlineData(1_000_000, 0.5)]
    [InlineData(1_000_000, 0.99)]
    [InlineData(1_000_000, 0.001)]
    public void Ranks_of_a_million_samples_agree_with_the_normal_approximation(int n, double p)
    {
        var ranks = PercentileInterval.Ranks(n, p)!.Value;
        var half = 1.959964 * Math.Sqrt(n * p * (1 - p));

        Assert.InRange(ranks.Low, n * p - half - 3, n * p - half + 3);
        Assert.InRange(ranks.High, n * p + half - 3, n * p + half + 3);
    }

    [Theory]
    [InlineData(100, 0.5)]
    [InlineData(100, 0.95)]
    [InlineData(400, 0.99)]
    [InlineData(6000, 0.99)]
    public void Simulated_coverage_at_the_sizes_used_is_at_least_the_level(int n, double percentile)
    {
        // Lognormal requests; the true percentile is known. 2,000 repetitions: the standard error of the coverage is 0.5 %.
        var random = new Random(7);
        var truth = 1_000_000 * Math.Exp(0.5 * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, percentile));
        var repetitions = n > 1000 ? 400 : 2000;
        var covered = 0;
        for (var i = 0; i < repetitions; i++)
        {
            var values = Distribution.Of(Enumerable.Range(0, n).Select(_ => (long)(1_000_000 * Math.Exp(0.5 * Simulation.Normal(random)))));
            var interval = PercentileInterval.Of(values, percentile);
            if (interval.Low <= truth && truth <= interval.High) covered++;
        }

        Assert.InRange((double)covered / repetitions, repetitions > 1000 ? 0.94 : 0.925, 1);
    }

    // P(B < rank) by an independent way: the regularised incomplete beta function.
    private static double Tail(int n, double p, int rank) => rank <= 0 ? 0 : rank > n ? 1 : SpecialFunctions.BetaRegularized(n - rank + 1, rank, 1 - p);
}
