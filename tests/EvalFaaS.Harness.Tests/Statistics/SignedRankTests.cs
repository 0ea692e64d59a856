using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class SignedRankTests
{
    // Hollander and Wolfe, table 3.1: depression before and after a tranquillizer.
    private static readonly double[] Depression =
        [1.83 - 0.878, 0.50 - 0.647, 1.62 - 0.598, 2.48 - 2.05, 1.68 - 1.06, 1.88 - 1.29, 1.55 - 1.06, 3.06 - 3.14, 1.30 - 1.29];

    [Fact]
    public void The_published_example_gives_its_published_p_value_shift_and_interval()
    {
        var shift = SignedRank.Shift(Depression);

        Assert.Equal(0.0390625, SignedRank.PValue(Depression), 12);
        Assert.Equal(0.46, shift.Value, 9);
        Assert.Equal((0.010, 0.786), (Math.Round(shift.Low!.Value, 6), Math.Round(shift.High!.Value, 6)));
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(7, 2)]
    [InlineData(8, 3)]
    [InlineData(9, 5)]
    [InlineData(10, 8)]
    [InlineData(15, 25)]
    [InlineData(20, 52)]
    [InlineData(25, 89)]
    [InlineData(30, 137)]
    public void Critical_sums_are_those_of_the_published_table(int n, int largestRejected) => Assert.Equal(largestRejected + 1, SignedRank.LowerRank(n, 0.025));

    [Fact]
    public void Ties_and_zeros_are_counted_exactly()
    {
        // Student's sleep data: one difference is 0, two are equal; all nine others are above 0, which 2 of 512 tosses do.
        Assert.Equal(2 / 512.0, SignedRank.PValue([1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4]), 12);
    }

    [Fact]
    public void P_values_are_those_of_all_tosses_counted_one_by_one()
    {
        double[] differences = [3, -1, 2, 2, -2, 5, 0.5];
        var ranks = new[] { 6, 2, 4, 4, 4, 7, 1 }; // of the magnitudes, ties shared
        var observed = ranks.Where((_, i) => differences[i] > 0).Sum();
        var smaller = Math.Min(observed, ranks.Sum() - observed);
        var asExtreme = Enumerable.Range(0, 1 << 7).Count(toss => ranks.Where((_, i) => (toss >> i & 1) == 1).Sum() <= smaller);

        Assert.Equal(2.0 * asExtreme / (1 << 7), SignedRank.PValue(differences), 12);
    }

    [Fact]
    public void Many_differences_are_approximated_without_a_step_where_the_exact_count_ends()
    {
        // Up to 200 differences are counted exactly: both sides of the border must agree on a like series.
        double[] Series(int n) => [.. Enumerable.Range(1, n).Select(i => i % 5 < 3 ? i : -i - 0.5)];

        Assert.Equal(SignedRank.PValue(Series(200)), SignedRank.PValue(Series(201)), 0.01);
        Assert.Equal(SignedRank.LowerRank(200, 0.025), SignedRank.LowerRank(201, 0.025), 110.0);
    }

    [Fact]
    public void Five_differences_carry_no_interval_and_no_difference_says_nothing()
    {
        Assert.Null(SignedRank.Shift([1, 2, 3, 4, 5]).Low);
        Assert.Equal(1, SignedRank.PValue([0, 0, 0, 0, 0, 0]));
    }
}
