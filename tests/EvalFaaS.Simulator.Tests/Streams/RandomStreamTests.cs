using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Tests.Streams;

public sealed class RandomStreamTests
{
    [Fact]
    public void One_key_is_one_stream()
    {
        var (a, b) = (new RandomStream(7), new RandomStream(7));
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(a.Next(), b.Next()));
    }

    [Fact]
    public void Streams_of_neighbouring_keys_have_nothing_in_common()
    {
        var family = new StreamFamily(1, 0);
        var firsts = Enum.GetValues<StreamPurpose>().SelectMany(p => Enumerable.Range(0, 200).Select(i => family.Of(p, i).Next()))
            .Concat(Enumerable.Range(1, 200).Select(r => new StreamFamily(1, r).Of(StreamPurpose.Arrivals).Next()))
            .Concat(Enumerable.Range(2, 200).Select(s => new StreamFamily(s, 0).Of(StreamPurpose.Arrivals).Next())).ToList();
        Assert.Equal(firsts.Count, firsts.Distinct().Count());
    }

    [Fact]
    public void Two_purposes_are_not_correlated()
    {
        var family = new StreamFamily(3, 0);
        var (a, b) = (family.Of(StreamPurpose.Arrivals), family.Of(StreamPurpose.Service));
        const int n = 100_000;
        var sum = 0.0;
        for (var i = 0; i < n; i++) sum += (a.Unit() - 0.5) * (b.Unit() - 0.5);
        // The product has mean 0 and variance 1/144.
        Assert.InRange(sum / Math.Sqrt(n / 144.0), -4, 4);
    }

    [Fact]
    public void Whole_numbers_below_a_bound_are_equally_likely()
    {
        var random = new RandomStream(5);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++) counts[random.Below(7)]++;
        var chiSquared = counts.Sum(c => (c - 10_000.0) * (c - 10_000) / 10_000);
        Assert.InRange(chiSquared, 0, 22.5);
    }

    [Fact]
    public void The_positive_unit_is_never_zero_and_the_other_never_one()
    {
        var random = new RandomStream(9);
        for (var i = 0; i < 100_000; i++)
        {
            Assert.True(random.PositiveUnit() > 0);
            Assert.True(random.Unit() < 1);
        }
    }
}
