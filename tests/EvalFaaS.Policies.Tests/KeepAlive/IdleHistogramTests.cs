using CsCheck;

namespace EvalFaaS.Policies.Tests.KeepAlive;

public sealed class IdleHistogramTests
{
    [Fact]
    public void Percentiles_and_variation_are_those_of_counting_anew() =>
        Gen.Select(Gen.Double[0, 30].Array[1, 200], Gen.Double[0.01, 0.5], Gen.Double[0.5, 1]).Sample((idle, head, tail) =>
        {
            var histogram = new IdleHistogram(20, 1, head, tail);
            foreach (var t in idle) histogram.Add(t);
            var bins = Enumerable.Range(0, 20).Select(b => idle.Count(t => t >= b && t < b + 1)).ToArray();
            var within = bins.Sum();
            Assert.Equal((within, idle.Length - within), (histogram.Within, histogram.Beyond));
            if (within == 0) return;

            Assert.Equal(Percentile(bins, head), histogram.Head);
            Assert.Equal(Percentile(bins, tail) + 1, histogram.Tail);
            var mean = within / 20.0;
            Assert.Equal(Math.Sqrt(bins.Average(c => (c - mean) * (c - mean))) / mean, histogram.Variation, 1e-9);
        });

    private static int Percentile(int[] bins, double share)
    {
        var (below, rank) = (0, Math.Max(1, share * bins.Sum()));
        for (var b = 0; ; b++)
            if ((below += bins[b]) >= rank) return b;
    }
}
