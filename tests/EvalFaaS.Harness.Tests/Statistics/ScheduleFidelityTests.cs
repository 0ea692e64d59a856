using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class ScheduleFidelityTests
{
    [Theory]
    [InlineData(1_000, 1_000_000, 1_000_000, false)]
    [InlineData(1_000, 1_000_001, 1_000_001, true)]
    [InlineData(1_000, 0, 10_000_000, false)]
    [InlineData(1_000, 0, 10_000_001, true)]
    [InlineData(99, 0, 10_000_001, false)]
    public void The_generator_fell_behind_by_its_median_or_by_one_in_a_hundred(long count, long p50, long p99, bool behind) =>
        Assert.Equal(behind, new ScheduleFidelity(count, p50, p99, p99).WhyBehind is not null);

    [Theory]
    [InlineData(100, 10, true)]
    [InlineData(99, 10, false)]
    [InlineData(1, 0, true)]
    public void A_latency_counts_from_ten_times_the_schedule_error_on(double latency, double error, bool carries) => Assert.Equal(carries, ScheduleFidelity.Carries(latency, error));

    [Fact]
    public void Nothing_sent_has_no_fidelity() => Assert.Null(ScheduleFidelity.Of([]));

    [Fact]
    public void It_is_the_median_the_99th_percentile_and_the_largest() =>
        Assert.Equal(new ScheduleFidelity(101, 50, 99, 100), ScheduleFidelity.Of(Enumerable.Range(0, 101).Select(i => (long)i)));
}
