using EvalFaaS.Predictor.Evaluation;

namespace EvalFaaS.Predictor.Tests.Evaluation;

public sealed class MetricsTests
{
    [Fact]
    public void Figures_of_two_functions_worked_out_by_hand()
    {
        var first = new Score();
        first.Add(4, 2, [2, 2, 2, 2, 2, 2, 2]);
        first.Add(0, 1, [1, 1, 1, 1, 1, 1, 1]);
        var second = new Score();
        second.Add(10, 10, [10, 10, 10, 10, 10, 10, 10]);
        second.Add(6, 7, [7, 7, 7, 7, 7, 7, 7]);

        var summary = Summary.Of([first, second], [3, 0.5]);

        Assert.Equal(100 * 4 / 20.0, summary.Wape, 9);
        Assert.Equal((1.5 / 3 + 0.5 / 0.5) / 2, summary.MaseMean, 9);
        Assert.Equal(0.75, summary.MaseMedian, 9);
        Assert.Equal(Math.Sqrt((4 + 1 + 0 + 1) / 4.0), summary.Rmse, 9);
        Assert.Equal(100 * 2 / 20.0, summary.Under, 9);
        Assert.Equal(100 * 2 / 20.0, summary.Over, 9);
    }

    [Fact]
    public void Functions_that_never_change_have_no_mase()
    {
        var score = new Score();
        score.Add(5, 4, [4, 4, 4, 4, 4, 4, 4]);
        Assert.Equal(0.5, Summary.Of([score, score], [0, 2]).MaseMean, 9);
    }

    [Fact]
    public void The_three_busiest_functions_are_left_out_of_the_second_wape()
    {
        Score[] scores = [.. new[] { 1000f, 900, 800, 10 }.Select(calls =>
        {
            var score = new Score();
            score.Add(calls, calls == 10 ? 5 : calls, [0, 0, 0, 0, 0, 0, 0]);
            return score;
        })];
        Assert.Equal(50, Summary.Of(scores, [1, 1, 1, 1]).WapeWithoutTop3, 9);
    }

    [Theory]
    [InlineData(10, 8, 0.9, 1.8)]
    [InlineData(8, 10, 0.9, 0.2)]
    [InlineData(10, 8, 0.5, 1)]
    public void Pinball_weighs_the_two_sides(float actual, float quantile, float level, double expected) =>
        Assert.Equal(expected, Metrics.Pinball(actual, [level], [quantile]), 6);

    [Fact]
    public void The_unit_of_mase_is_the_mean_change() => Assert.Equal((3 + 0 + 1) / 3.0, Metrics.NaiveError([1, 4, 4, 3]), 9);

    [Fact]
    public void The_median_of_an_even_number_lies_between() => Assert.Equal(2.5, Metrics.Median([4, 1, 3, 2]));

    [Fact]
    public void An_improvement_in_every_function_has_an_interval_above_zero()
    {
        var worse = Scores(0.5f);
        var better = Scores(0.25f);
        double[] units = [.. worse.Select(_ => 1.0)];
        var improvement = Improvement.Of(worse, better, units, 1);
        Assert.All(new[] { improvement.Wape, improvement.Mase }, i => Assert.True(0 < i.Lower && i.Lower <= i.Value && i.Value <= i.Upper));
        var none = Improvement.Of(worse, worse, units, 1);
        Assert.Equal((0.0, 0.0, 0.0), (none.Mase.Value, none.Mase.Lower, none.Mase.Upper));

        static Score[] Scores(float error) => [.. Enumerable.Range(1, 20).Select(i =>
        {
            var score = new Score();
            score.Add(10 * i, 10 * i + error * i, [0, 0, 0, 0, 0, 0, 0]);
            return score;
        })];
    }
}
