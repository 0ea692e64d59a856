using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class TheilSenTests
{
    [Fact]
    public void A_line_has_its_slope() => Assert.Equal(2, TheilSen.Slope([0, 1, 2, 5], [1, 3, 5, 11]), 12);

    [Fact]
    public void An_outlier_does_not_move_it() => Assert.Equal(1, TheilSen.Slope([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 500, 6, 7]), 12);

    // The slopes of (1,1), (2,2), (3,5): 1, 2, 3.
    [Fact]
    public void It_is_the_median_of_all_slopes_between_two_points() => Assert.Equal(2, TheilSen.Slope([1, 2, 3], [1, 2, 5]), 12);

    [Fact]
    public void One_point_has_none() => Assert.Equal(0, TheilSen.Slope([1, 1], [2, 3]));
}
