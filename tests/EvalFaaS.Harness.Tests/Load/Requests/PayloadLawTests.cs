using EvalFaaS.Harness.Load;
using MathNet.Numerics.Distributions;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class PayloadLawTests
{
    private const int Draws = 20_000;

    [Fact]
    public void A_fixed_size_is_always_the_same() => Assert.All(Draw(new FixedPayload(17)), size => Assert.Equal(17, size));

    [Fact]
    public void Uniform_sizes_fill_their_range_evenly_with_both_ends()
    {
        var sizes = Draw(new UniformPayload(10, 19));
        Assert.Equal([10, 11, 12, 13, 14, 15, 16, 17, 18, 19], sizes.Distinct().Order());
        var expected = Draws / 10.0;
        Assert.InRange(sizes.CountBy(s => s).Sum(c => (c.Value - expected) * (c.Value - expected) / expected), 0, ChiSquared.InvCDF(9, 0.999));
    }

    [Fact]
    public void Lognormal_sizes_have_their_median_and_the_spread_of_their_logarithm()
    {
        var logs = Draw(new LogNormalPayload(5_000, 0.8, 1 << 24)).Select(s => Math.Log(s)).Order().ToArray();
        Assert.Equal(Math.Log(5_000), logs[Draws / 2], 0.03);
        Assert.Equal(0.8, Math.Sqrt(logs.Select(l => (l - logs.Average()) * (l - logs.Average())).Average()), 0.02);
    }

    [Fact]
    public void Lognormal_sizes_stop_at_the_most() => Assert.Equal(6_000, Draw(new LogNormalPayload(5_000, 2, 6_000)).Max());

    [Fact]
    public void Listed_sizes_come_as_often_as_they_are_listed() =>
        Assert.Equal(Draws * 2 / 3.0, Draw(new ListedPayload([1, 8, 8])).Count(s => s == 8), Draws * 0.02);

    [Fact]
    public void Bodies_have_their_size_and_a_shifted_one_is_another()
    {
        var payload = new Payload(new UniformPayload(0, 5_000), echoed: true);
        Assert.Equal(5_000, payload.OfSize(5_000).Length);
        Assert.All(Enumerable.Range(1, 200), shift => Assert.False(payload.OfSize(4_000).Span[shift..].SequenceEqual(payload.OfSize(4_000 - shift).Span)));
    }

    private static int[] Draw(PayloadLaw law)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, Draws).Select(_ => law.Draw(random))];
    }
}
