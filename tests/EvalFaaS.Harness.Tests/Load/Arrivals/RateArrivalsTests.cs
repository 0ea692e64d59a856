using CsCheck;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class RateArrivalsTests
{
    private const double Seconds = 4;

    private static readonly Gen<IRate> Rates = Gen.OneOf<IRate>(
        Gen.Select(Gen.Double[0, 500], Gen.Double[0.01, 2], Gen.Double[1, 500]).Array[1, 5].Select(s => (IRate)new PiecewiseRate([.. s.Select(x => new RateSegment(x.Item2, x.Item1, x.Item3))], repeats: false)),
        Gen.Select(Gen.Double[0, 500], Gen.Double[0.01, 2], Gen.Double[1, 500]).Array[1, 5].Select(s => (IRate)new PiecewiseRate([.. s.Select(x => new RateSegment(x.Item2, x.Item1, x.Item3))], repeats: true)),
        Gen.Select(Gen.Double[1, 500], Gen.Double[0, 1], Gen.Double[0.05, 8]).Select((mean, share, period) => (IRate)new SineRate(mean, share * mean, period)));

    [Fact]
    public void Constant_arrivals_are_evenly_spaced_without_drift()
    {
        var arrivals = RateArrivals.Even(Constant(3_000));
        var times = Enumerable.Range(0, 3_001).Select(_ => arrivals.NextNs()).ToArray();
        Assert.Equal(0, times[0]);
        Assert.Equal(1_000_000_000, times[3_000]);
    }

    [Fact]
    public void Poisson_arrivals_have_the_mean_and_the_spread_of_exponential_gaps()
    {
        var arrivals = RateArrivals.Poisson(Constant(1_000), new Random(7));
        var times = Enumerable.Range(0, 100_001).Select(_ => arrivals.NextNs() / 1e6).ToArray();
        var gaps = times.Zip(times.Skip(1), (a, b) => b - a).ToArray();
        var mean = gaps.Average();
        var deviation = Math.Sqrt(gaps.Select(g => (g - mean) * (g - mean)).Average());
        // Standard error of the mean of 100,000 exponential gaps of 1 ms: 0.003 ms; five of them.
        Assert.InRange(mean, 0.984, 1.016);
        Assert.InRange(deviation / mean, 0.98, 1.02);
    }

    [Fact]
    public void Even_arrivals_are_as_many_as_the_integral_of_any_rate() => Rates.Sample(rate =>
        Assert.Equal(Math.Ceiling(rate.CountUntil(Seconds)), Until(RateArrivals.Even(rate)).Count, 1.0));

    [Fact]
    public void Poisson_arrivals_are_as_many_as_the_integral_within_five_standard_deviations() => Gen.Select(Rates, Gen.Int[0, 1_000_000]).Sample((rate, seed) =>
    {
        var expected = rate.CountUntil(Seconds);
        Assert.InRange(Until(RateArrivals.Poisson(rate, new Random(seed))).Count, expected - 5 * Math.Sqrt(expected) - 5, expected + 5 * Math.Sqrt(expected) + 5);
    });

    [Fact]
    public void No_start_comes_before_the_one_before_it() => Gen.Select(Rates, Gen.Int, Gen.Bool).Sample((rate, seed, even) =>
    {
        var times = Until(even ? RateArrivals.Even(rate) : RateArrivals.Poisson(rate, new Random(seed)));
        Assert.True(times.Zip(times.Skip(1)).All(p => p.First <= p.Second) && times.All(t => t >= 0));
    });

    [Fact]
    public void The_same_seed_gives_the_same_arrivals_and_another_seed_others() => Gen.Select(Rates, Gen.Int[0, 1_000_000]).Sample((rate, seed) =>
    {
        var once = Until(RateArrivals.Poisson(rate, new Random(seed)));
        Assert.Equal(once, Until(RateArrivals.Poisson(rate, new Random(seed))));
        if (once.Count > 0) Assert.NotEqual(once, Until(RateArrivals.Poisson(rate, new Random(seed + 1))));
    });

    /// <summary>By the time change a Poisson process of any rate is one of rate 1 in the rate's integral, so each tenth of the integral holds a tenth of the starts.</summary>
    [Fact]
    public void Poisson_arrivals_follow_the_shape_of_the_rate() => Gen.Select(Rates, Gen.Int[0, 1_000_000]).Sample((rate, seed) =>
    {
        var total = rate.CountUntil(Seconds);
        if (total < 200) return;
        var times = Until(RateArrivals.Poisson(rate, new Random(seed)));
        var counts = new int[10];
        foreach (var time in times) counts[Math.Min(9, (int)(10 * rate.CountUntil(time / 1e9) / total))]++;
        var expected = total / 10;
        // Chi-square with 10 degrees of freedom exceeds 50 with a chance of 3e-7.
        Assert.InRange(counts.Sum(c => (c - expected) * (c - expected) / expected), 0, 50);
    });

    [Fact]
    public void A_rate_that_stays_at_nothing_sends_nothing_more()
    {
        var arrivals = RateArrivals.Even(new PiecewiseRate([new RateSegment(1, 3, 3), new RateSegment(1, 0, 0)], repeats: false));
        Assert.Equal([0, 333_333_333, 666_666_667], Enumerable.Range(0, 3).Select(_ => arrivals.NextNs()));
        Assert.Equal(IArrivals.Never, arrivals.NextNs());
    }

    private static PiecewiseRate Constant(double perSecond) => new([new RateSegment(1, perSecond, perSecond)], repeats: false);

    private static List<long> Until(RateArrivals arrivals)
    {
        var times = new List<long>();
        for (var next = arrivals.NextNs(); next < Seconds * 1e9; next = arrivals.NextNs()) times.Add(next);
        return times;
    }
}
