namespace EvalFaaS.Policies.Tests.KeepAlive;

public sealed class IdleSeriesTests
{
    [Fact]
    public void A_constant_series_goes_on() => Assert.Equal(7200, Predicted([7200, 7200, 7200]));

    [Fact]
    public void A_single_value_is_all_that_is_known() => Assert.Equal(5, Predicted([5]));

    [Fact]
    public void A_series_that_alternates_is_expected_to_turn()
    {
        // Mean 3, deviations +-1: lag-1 autocorrelation of 8 values is -7/8, so after a 4 comes 3 - 7/8.
        Assert.Equal(3 - 7 / 8.0, Predicted([2, 4, 2, 4, 2, 4, 2, 4]), 1e-12);
    }

    [Fact]
    public void Only_the_latest_sixteen_count() => Assert.Equal(9, Predicted([.. Enumerable.Repeat(1000.0, 30), .. Enumerable.Repeat(9.0, 16)]));

    private static double Predicted(double[] values)
    {
        var series = new IdleSeries();
        foreach (var value in values) series.Add(value);
        return series.Predict();
    }
}
