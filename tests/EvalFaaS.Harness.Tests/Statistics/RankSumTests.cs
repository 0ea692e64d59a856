using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class RankSumTests
{
    // Hollander and Wolfe, table 4.1: permeability of the chorioamnion at term, and at 12 to 26 weeks.
    private static readonly double[] Term = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    private static readonly double[] Early = [1.15, 0.88, 0.90, 0.74, 1.21];

    [Fact]
    public void The_published_example_gives_its_published_p_value_shift_and_interval()
    {
        var shift = RankSum.Shift(Early, Term);

        Assert.Equal(0.2544, RankSum.PValue(Early, Term), 4);
        Assert.Equal(0.305, shift.Value, 9);
        Assert.Equal((-0.15, 0.76), (Math.Round(shift.Low!.Value, 6), Math.Round(shift.High!.Value, 6)));
    }

    [Theory]
    [InlineData(6, 6, 5)]
    [InlineData(8, 10, 17)]
    [InlineData(10, 10, 23)]
    [InlineData(5, 20, 20)]
    [InlineData(20, 20, 127)]
    public void Critical_values_of_U_are_those_of_the_published_table(int n, int m, int largestRejected) => Assert.Equal(largestRejected + 1, RankSum.LowerRank(n, m, 0.025));

    [Fact]
    public void P_values_are_those_of_all_arrangements_counted_one_by_one()
    {
        double[] a = [1, 4, 6, 9], b = [2, 7, 8, 10, 11];
        var all = a.Concat(b).ToArray();
        var u = b.Sum(y => a.Count(x => x < y));
        var smaller = Math.Min(u, a.Length * b.Length - u);
        int asExtreme = 0, arrangements = 0;
        for (var chosen = 0; chosen < 1 << all.Length; chosen++)
        {
            if (int.PopCount(chosen) != a.Length) continue;
            arrangements++;
            var left = all.Where((_, i) => (chosen >> i & 1) == 1).ToArray();
            if (all.Except(left).Sum(y => left.Count(x => x < y)) <= smaller) asExtreme++;
        }

        Assert.Equal(2.0 * asExtreme / arrangements, RankSum.PValue(a, b), 10);
    }

    [Fact]
    public void Turned_round_the_shift_changes_its_sign()
    {
        var (there, back) = (RankSum.Shift(Early, Term), RankSum.Shift(Term, Early));

        Assert.Equal((-there.Value, -there.High, -there.Low), (back.Value, back.Low, back.High));
    }

    [Fact]
    public void Many_values_are_approximated_without_a_step_where_the_exact_count_ends() =>
        Assert.Equal(RankSum.LowerRank(30, 30, 0.025), RankSum.LowerRank(30, 31, 0.025), 15.0); // 60 values together are counted exactly, 61 are not.

    [Fact]
    public void Three_against_three_carry_no_interval() => Assert.Null(RankSum.Shift([1, 2, 3], [4, 5, 6]).Low);

    [Fact]
    public void An_empty_sample_is_refused() => Assert.Throws<ArgumentException>(() => RankSum.Shift([], [1]));
}
