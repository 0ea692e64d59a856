using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class Mser5Tests
{
    [Fact]
    public void Few_values_tell_nothing()
    {
        var verdict = Mser5.Of([.. Enumerable.Repeat(1.0, Mser5.FewestValues - 1)]);

        Assert.Equal((false, false), (verdict.Steady, verdict.Enough));
    }

    [Fact]
    public void A_series_that_comes_to_rest_is_cut_where_it_does_nearly_always()
    {
        var random = new Random(1);
        var verdicts = Enumerable.Range(0, 300).Select(_ => Mser5.Of([.. Enumerable.Range(0, 200).Select(i => 100 + 900 * Math.Exp(-i / 6.0) + random.NextDouble())])).ToList();

        Assert.InRange(verdicts.Count(v => v.Steady), 240, 300);
        Assert.All(verdicts, v => Assert.True(v.Cut >= 30, $"{v.Cut}"));
    }

    [Fact]
    public void A_series_that_goes_on_falling_is_never_steady()
    {
        var random = new Random(1);

        Assert.False(Mser5.Of([.. Enumerable.Range(0, 200).Select(i => 1000.0 - 4 * i + random.NextDouble())]).Steady);
    }

    [Fact]
    public void A_step_in_the_second_half_is_no_rest() =>
        Assert.False(Mser5.Of([.. Enumerable.Range(0, 200).Select(i => (i < 150 ? 1000.0 : 100) + i % 7)]).Steady);

    [Fact]
    public void Noise_alone_is_steady_nearly_always()
    {
        var random = new Random(2);
        var steady = Enumerable.Range(0, 300).Count(_ => Mser5.Of([.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())]).Steady);

        Assert.InRange(steady, 240, 300);
    }

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

    private static double[] Series(int count, Func<int, double> level)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(i => level(i) + Simulation.Normal(random))];
    }
}
