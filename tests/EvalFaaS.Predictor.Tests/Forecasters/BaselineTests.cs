using EvalFaaS.Predictor.Forecasters;

namespace EvalFaaS.Predictor.Tests.Forecasters;

public sealed class BaselineTests
{
    private static readonly float[] Ramp = [.. Enumerable.Range(0, 100).Select(i => (float)i)];

    [Fact]
    public void Naive_repeats_the_last_minute() => Assert.Equal(99, new Naive().Forecast(Ramp, 5));

    [Theory]
    [InlineData(1, 40)]
    [InlineData(5, 44)]
    [InlineData(60, 99)]
    [InlineData(61, 40)]
    public void Seasonal_repeats_the_same_place_of_the_newest_whole_period(int horizon, float expected) => Assert.Equal(expected, new Seasonal(60).Forecast(Ramp, horizon));

    [Fact]
    public void Seasonal_falls_back_on_the_last_minute_while_the_past_is_short() => Assert.Equal(9, new Seasonal(60).Forecast(Ramp.AsSpan(0, 10), 1));

    [Theory]
    [InlineData(3, 98)]
    [InlineData(4, 97.5)]
    [InlineData(10, 94.5)]
    public void Moving_median_is_the_middle_of_its_window(int window, float expected) => Assert.Equal(expected, new MovingMedian(window).Forecast(Ramp, 1));

    [Fact]
    public void Moving_median_ignores_a_burst() => Assert.Equal(3, new MovingMedian(5).Forecast([3, 3, 900, 3, 3], 1));

    [Fact]
    public void Moving_mean_is_the_mean_of_its_window() => Assert.Equal(94.5f, new MovingMean(10).Forecast(Ramp, 1));

    [Fact]
    public void Ewma_weighs_by_age() => Assert.Equal(0.25f * 8 + 0.75f * (0.25f * 4), new Ewma(0.25f).Forecast([0, 4, 8], 1));

    [Theory]
    [InlineData(1, 100)]
    [InlineData(15, 114)]
    public void Holt_continues_a_straight_line(int horizon, float expected)
    {
        float[] line = [.. Enumerable.Range(0, 2000).Select(i => i / 20f)];
        Assert.Equal(expected, new Holt(0.5f, 0.5f).Forecast([.. line.Select(v => v * 20 - 1900)], horizon), 1e-1f);
    }

    [Fact]
    public void Holt_never_forecasts_less_than_nothing() => Assert.Equal(0, new Holt(0.5f, 0.5f).Forecast([9, 6, 3, 0], 15));

    [Fact]
    public void Seasonal_median_is_unmoved_by_a_missed_and_a_doubled_call()
    {
        float[] past = [1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0];
        Assert.Equal(1, new SeasonalMedian(5, 5).Forecast(past, 1));
        Assert.Equal(0, new SeasonalMedian(5, 5).Forecast(past, 5));
        Assert.Equal(1, new SeasonalMedian(5, 5).Forecast(past, 6));
    }

    [Fact]
    public void Analogues_follow_a_rule_that_no_average_sees()
    {
        // A call that comes a minute early is not repeated when it was due.
        List<float> past = [];
        for (var i = 0; i < 30; i++) past.AddRange(i % 3 == 2 ? [0, 0, 0, 1, 0] : [0, 0, 0, 0, 1]);
        past.AddRange([0, 0, 0, 1]);
        Assert.Equal(0, new Analogues(6, 3).Forecast([.. past], 1));
        Assert.Equal(1, new Analogues(6, 3).Forecast([.. past[..^1], 0], 1));
    }

    [Fact]
    public void All_are_zero_without_a_past_and_finite_with_any() =>
        Assert.All(Panel.All, forecaster =>
        {
            Assert.Equal(0, forecaster.Forecast([], 1));
            for (var length = 1; length < Ramp.Length; length += 7)
                foreach (var horizon in (int[])[1, 5, 15]) Assert.InRange(forecaster.Forecast(Ramp.AsSpan(0, length), horizon), 0, 1000);
        });

    [Fact]
    public void Names_are_unique() => Assert.Equal(Panel.All.Count, Panel.All.Select(f => f.Name).Distinct().Count());
}
