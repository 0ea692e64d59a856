using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class SteadyStateTests
{
    [Fact]
    public void A_warm_up_ends_where_the_level_settles()
    {
        var series = Series(200, i => i < 40 ? 200 - 2 * i : 100);

        Assert.InRange(Mser5.Of(series).Cut, 35, 50);
        Assert.InRange(SteadyState.Of(series).From!.Value, 30, 60);
    }

    [Fact]
    public void A_series_that_is_steady_from_the_beginning_loses_little() => Assert.InRange(SteadyState.Of(Series(200, _ => 100)).From!.Value, 0, 30);

    [Fact]
    public void A_series_that_never_stops_rising_is_never_steady() => Assert.Equal(new SteadyState(null, true), SteadyState.Of(Series(200, i => 100 + i)));

    [Fact]
    public void A_late_change_of_spread_alone_is_no_steady_state()
    {
        var random = new Random(2);
        var series = Enumerable.Range(0, 200).Select(i => 100 + (i < 120 ? 1 : 15) * Simulation.Normal(random)).ToArray();

        Assert.Null(SteadyState.Of(series).From);
    }

    [Fact]
    public void Too_few_values_tell_nothing() => Assert.Equal(new SteadyState(null, false), SteadyState.Of(Series(59, _ => 1)));

    [Fact]
    public void The_cut_is_the_one_of_the_definition()
    {
        var series = Series(300, i => 100 + 80 * Math.Exp(-i / 25.0));
        var batches = Enumerable.Range(0, 60).Select(b => series.Skip(5 * b).Take(5).Average()).ToArray();
        var best = Enumerable.Range(0, 31).MinBy(cut =>
        {
            var left = batches[cut..];
            return left.Sum(v => Math.Pow(v - left.Average(), 2)) / Math.Pow(left.Length, 2);
        });

        Assert.Equal(5 * best, Mser5.Of(series).Cut);
    }

    [Fact]
    public void A_change_is_found_where_it_is()
    {
        var change = Assert.Single(ChangePoints.Of(Series(200, i => i < 120 ? 100 : 110), 20));

        Assert.InRange(change, 118, 122);
        Assert.Empty(ChangePoints.Of(Series(200, _ => 100), 20));
    }

    private static double[] Series(int count, Func<int, double> level)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(i => level(i) + Simulation.Normal(random))];
    }
}
