using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class ThinkTimeTests
{
    [Fact]
    public void A_fixed_think_time_is_always_the_same()
    {
        var random = new Random(1);
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(5_000_000, new ThinkTime(TimeSpan.FromMilliseconds(5), IsExponential: false).DrawNs(random)));
    }

    [Fact]
    public void An_exponential_think_time_has_its_mean_and_as_large_a_deviation()
    {
        var random = new Random(1);
        var draws = Enumerable.Range(0, 50_000).Select(_ => (double)new ThinkTime(TimeSpan.FromMilliseconds(5), IsExponential: true).DrawNs(random)).ToArray();
        Assert.Equal(5e6, draws.Average(), 1.5e5);
        Assert.Equal(5e6, Math.Sqrt(draws.Select(d => (d - 5e6) * (d - 5e6)).Average()), 3e5);
    }
}
