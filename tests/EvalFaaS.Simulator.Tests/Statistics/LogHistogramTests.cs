using CsCheck;
using EvalFaaS.Simulator.Statistics;

namespace EvalFaaS.Simulator.Tests.Statistics;

public sealed class LogHistogramTests
{
    [Fact]
    public void Quantiles_are_within_a_bin_of_the_true_ones() =>
        Gen.Double[1e-6, 1e5].List[1, 500].Sample(values =>
        {
            var histogram = new LogHistogram();
            foreach (var value in values) histogram.Record(value);
            var sorted = values.Order().ToArray();
            foreach (var level in new[] { 0.01, 0.5, 0.95, 1 })
            {
                var exact = sorted[Math.Max(0, (int)Math.Ceiling(level * sorted.Length) - 1)];
                Assert.InRange(histogram.Quantile(level), exact * (1 - 1.0 / 128), exact * (1 + 1.0 / 128));
            }
        });

    [Fact]
    public void Zero_and_the_very_large_have_a_place()
    {
        var histogram = new LogHistogram();
        histogram.Record(0);
        histogram.Record(1e300);
        Assert.Equal(2, histogram.Count);
        Assert.InRange(histogram.Quantile(0.25), 0, 1e-9);
    }

    [Fact]
    public void Merged_histograms_are_as_one()
    {
        var (a, b, both) = (new LogHistogram(), new LogHistogram(), new LogHistogram());
        for (var i = 1; i < 100; i++)
        {
            (i % 3 == 0 ? a : b).Record(i);
            both.Record(i);
        }

        a.Add(b);
        Assert.Equal(both.Quantile(0.7), a.Quantile(0.7));
        Assert.Equal(99, a.Count);
    }
}
