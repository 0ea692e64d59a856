using CsCheck;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class DistributionTests
{
    private static readonly Gen<long[]> Values = Gen.Long[1, 1_000_000_000].Array[1, 200];

    [Theory]
    [InlineData(0.5, 25)]
    [InlineData(0.25, 17.5)]
    [InlineData(0.95, 38.5)]
    [InlineData(0, 10)]
    [InlineData(1, 40)]
    public void Quantiles_are_those_of_NumPy(double share, double value) => Assert.Equal(value, Distribution.Of([40, 10, 30, 20]).Quantile(share), 12);

    [Fact]
    public void Merged_parts_are_the_whole() => Gen.Select(Values, Values).Sample((a, b) =>
    {
        var merged = Distribution.Merge([Distribution.Of(a), Distribution.Of(b)]);
        var whole = Distribution.Of([.. a, .. b]);

        Assert.Equal(whole.Count, merged.Count);
        Assert.Equal(whole.Mean, merged.Mean, whole.Mean * 1e-12);
        for (var rank = 1; rank <= whole.Count; rank++) Assert.Equal(whole.AtRank(rank), merged.AtRank(rank));
    });

    [Fact]
    public void Counted_values_are_like_values_repeated()
    {
        var counted = Distribution.OfCounts([(5, 2), (1, 1), (5, 1)]);

        Assert.Equal([1L, 5, 5, 5], Enumerable.Range(1, 4).Select(r => counted.AtRank(r)));
        Assert.Equal(4, counted.Mean);
        Assert.Equal(0.25, counted.ShareUpTo(4));
    }

    [Fact]
    public void A_histogram_keeps_three_digits_of_every_quantile() => Values.Sample(values =>
    {
        var histogram = LatencyHistogram.Create();
        foreach (var value in values) LatencyHistogram.Record(histogram, value);
        var path = Path.GetTempFileName();
        LatencyHistogram.Write(histogram, path);
        var read = Distribution.OfCounts(LatencyHistogram.Read(path));
        File.Delete(path);
        var exact = Distribution.Of(values);

        Assert.Equal(exact.Count, read.Count);
        for (var rank = 1; rank <= exact.Count; rank++) Assert.Equal(exact.AtRank(rank), read.AtRank(rank), exact.AtRank(rank) * 0.001 + 1);
    }, iter: 30);
}
