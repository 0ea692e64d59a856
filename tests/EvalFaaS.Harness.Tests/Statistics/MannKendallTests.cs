using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class MannKendallTests
{
    // S = 45, Var = 125: z = 44 / sqrt(125) = 3.9355.
    [Fact]
    public void Ten_rising_values_have_the_published_normal_score() =>
        Assert.Equal(8.30e-5, MannKendall.PValue([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 6);

    [Fact]
    public void Ties_take_their_share_of_the_variance()
    {
        // n = 9: 9*8*23 = 1656; ties 29 x3 (66), 24 x3 (66), 23 x2 (18): (1656 - 150) / 18 = 83.667.
        var p = MannKendall.PValue([23, 24, 29, 6, 29, 24, 24, 29, 23]);

        Assert.Equal(2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -(Math.Abs(S([23, 24, 29, 6, 29, 24, 24, 29, 23])) - 1) / Math.Sqrt(83.6667)), p, 4);
    }

    [Fact]
    public void A_constant_series_has_no_trend() => Assert.Equal(1, MannKendall.PValue([5, 5, 5, 5, 5, 5]));

    [Fact]
    public void Noise_is_called_a_trend_as_often_as_the_level_says()
    {
        var random = new Random(3);
        var called = Enumerable.Range(0, 2000).Count(_ => MannKendall.PValue([.. Enumerable.Range(0, 10).Select(_ => random.NextDouble())]) < 0.05);

        Assert.InRange(called, 60, 130);
    }

    private static int S(double[] values)
    {
        var s = 0;
        for (var i = 0; i < values.Length; i++)
            for (var j = i + 1; j < values.Length; j++) s += Math.Sign(values[j] - values[i]);
        return s;
    }
}
