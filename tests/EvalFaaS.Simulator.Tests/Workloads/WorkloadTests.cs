using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Tests.Workloads;

public sealed class WorkloadTests
{
    [Fact]
    public void Bursts_have_the_rate_that_they_say()
    {
        var workload = new BurstWorkload([(0.1, 100), (5, 10), (0, 20)]);
        var times = Times(workload).TakeWhile(t => t < 1_000_000).Count();
        Assert.Equal((0.1 * 100 + 50) / 130, workload.Rate!.Value, 12);
        Assert.InRange(times / 1e6 / workload.Rate!.Value, 0.97, 1.03);
    }

    [Fact]
    public void Bursts_are_more_variable_than_poisson()
    {
        var counts = Times(new BurstWorkload([(0.1, 100), (5, 10)])).TakeWhile(t => t < 100_000).GroupBy(t => (int)(t / 10)).ToDictionary(g => g.Key, g => g.Count());
        var all = Enumerable.Range(0, 10_000).Select(i => (double)counts.GetValueOrDefault(i)).ToArray();
        var mean = all.Average();
        Assert.True(all.Sum(c => (c - mean) * (c - mean)) / all.Length > 3 * mean);
    }

    [Theory]
    [InlineData(Placement.Poisson)]
    [InlineData(Placement.Equidistant)]
    public void Each_minute_has_its_count_in_order(Placement placement)
    {
        int[] counts = [3, 0, 1, 5000, 0, 2];
        var workload = new MinuteCountWorkload(counts, placement);
        var times = Times(workload).TakeWhile(double.IsFinite).ToArray();
        Assert.Equal(times.Order(), times);
        Assert.Equal(counts, Enumerable.Range(0, counts.Length).Select(m => times.Count(t => t >= 60 * m && t < 60 * (m + 1))));
        Assert.Equal(360, workload.End);
    }

    [Fact]
    public void Equidistant_moments_are_as_far_apart_as_they_can_be() =>
        Assert.Equal([10, 30, 50, 75, 105], Times(new MinuteCountWorkload([3, 2], Placement.Equidistant)).Take(5).Select(t => Math.Round(t, 9)));

    [Fact]
    public void Poisson_moments_are_uniform_in_their_minute()
    {
        var times = Times(new MinuteCountWorkload([40_000], Placement.Poisson)).Take(40_000).Select(t => t / 60).ToArray();
        var largest = times.Select((t, i) => Math.Abs(t - i / 40_000.0)).Max();
        Assert.InRange(largest * 200, 0, 1.95);
    }

    [Fact]
    public void A_recording_gives_its_moments_and_durations()
    {
        var arrivals = new RecordedWorkload([1, 2, 2], [0.1, 0.2, 0.3]).Begin(new ConstantLaw(9), new RandomStream(1), new RandomStream(2));
        var seen = Enumerable.Range(0, 3).Select(_ => (arrivals.Next(), arrivals.Work())).ToArray();
        Assert.Equal([(1, 0.1), (2, 0.2), (2, 0.3)], seen);
        Assert.Equal(double.PositiveInfinity, arrivals.Next());
    }

    [Fact]
    public void A_recording_whose_times_fall_is_refused() =>
        Assert.Contains("number 3", Assert.Throws<ArgumentException>(() => new RecordedWorkload([1, 2, 1.5])).Message, StringComparison.Ordinal);

    private static IEnumerable<double> Times(Workload workload)
    {
        var arrivals = workload.Begin(new ConstantLaw(1), new RandomStream(4), new RandomStream(5));
        while (true) yield return arrivals.Next();
    }
}
