using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class ArrivalsTests
{
    [Fact]
    public void Constant_arrivals_are_evenly_spaced_without_drift()
    {
        var arrivals = new ConstantArrivals(3_000);
        var times = Enumerable.Range(0, 3_001).Select(_ => arrivals.NextNs()).ToArray();
        Assert.Equal(0, times[0]);
        Assert.Equal(1_000_000_000, times[3_000]);
    }

    [Fact]
    public void Poisson_arrivals_have_the_mean_and_the_spread_of_exponential_gaps()
    {
        var arrivals = new PoissonArrivals(1_000, new Random(7));
        var times = Enumerable.Range(0, 100_001).Select(_ => arrivals.NextNs() / 1e6).ToArray();
        var gaps = times.Zip(times.Skip(1), (a, b) => b - a).ToArray();
        var mean = gaps.Average();
        var deviation = Math.Sqrt(gaps.Select(g => (g - mean) * (g - mean)).Average());
        // Standard error of the mean of 100,000 exponential gaps of 1 ms: 0.003 ms; five of them.
        Assert.InRange(mean, 0.984, 1.016);
        Assert.InRange(deviation / mean, 0.98, 1.02);
    }

    [Fact]
    public void The_same_seed_gives_the_same_arrivals()
    {
        var a = new PoissonArrivals(500, new Random(3));
        var b = new PoissonArrivals(500, new Random(3));
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.Equal(a.NextNs(), b.NextNs()));
    }
}
