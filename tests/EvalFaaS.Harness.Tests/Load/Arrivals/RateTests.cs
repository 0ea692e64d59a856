using CsCheck;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class RateTests
{
    private static readonly Gen<(string Name, IRate Rate)> All = Gen.OneOf(
        Gen.Select(Gen.Double[0, 900], Gen.Double[0, 900], Gen.Double[0.1, 5]).Select((from, to, over) => ("ramp", (IRate)new PiecewiseRate([new RateSegment(over, from, to)], repeats: false))),
        Gen.Select(Gen.Double[0, 900], Gen.Double[1, 900], Gen.Double[0.1, 5], Gen.Double[0.1, 5]).Select((low, high, a, b) => ("burst", (IRate)new PiecewiseRate([new RateSegment(a, low, low), new RateSegment(b, high, high)], repeats: true))),
        Gen.Select(Gen.Double[1, 900], Gen.Double[0, 1], Gen.Double[0.1, 20]).Select((mean, share, period) => ("sine", (IRate)new SineRate(mean, mean * share, period))));

    [Fact]
    public void The_count_is_the_integral_of_the_rate() => Gen.Select(All, Gen.Double[0, 20]).Sample((rate, until) =>
    {
        const int Steps = 20_000;
        var sum = Enumerable.Range(0, Steps).Sum(i => rate.Rate.At((i + 0.5) * until / Steps)) * until / Steps;
        // The midpoint rule misses at each jump of a burst at most a step times its height.
        Assert.InRange(rate.Rate.CountUntil(until), sum - 1 - until, sum + 1 + until);
    });

    [Fact]
    public void The_moment_of_a_count_is_the_inverse_of_the_count_until_a_moment() => Gen.Select(All, Gen.Double[0, 5_000]).Sample((rate, count) =>
    {
        var at = rate.Rate.TimeOf(count);
        if (double.IsFinite(at)) Assert.Equal(count, rate.Rate.CountUntil(at), 1e-5 * Math.Max(1, count));
    });

    [Fact]
    public void A_ramp_ends_at_its_last_rate_which_stays()
    {
        var ramp = new PiecewiseRate([new RateSegment(10, 0, 100)], repeats: false);
        Assert.Equal((0, 50, 100, 100), (ramp.At(0), ramp.At(5), ramp.At(10), ramp.At(60)));
        Assert.Equal(500 + 5_000, ramp.CountUntil(60));
    }

    [Fact]
    public void A_sine_begins_at_its_mean_and_swings_up_first()
    {
        var sine = new SineRate(100, 50, 4);
        Assert.Equal([100, 150, 100, 50], new[] { 0.0, 1, 2, 3 }.Select(t => Math.Round(sine.At(t), 9)));
        Assert.Equal(400, sine.CountUntil(4), 1e-9);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(double.NaN, 1)]
    public void Segments_without_length_and_negative_rates_are_refused(double seconds, double rate) =>
        Assert.Throws<ArgumentException>(() => new PiecewiseRate([new RateSegment(seconds, rate, rate)], repeats: false));
}
