namespace EvalFaaS.Policies.Tests.KeepAlive;

/// <summary>Values computed by hand from Serverless in the Wild, section 4.2.</summary>
public sealed class HybridHistogramKeepAliveTests
{
    private const double Minute = 60, Hour = 3600;
    private readonly IKeepAlivePolicy _policy = Policies.KeepAlive("hybrid-histogram");

    public HybridHistogramKeepAliveTests() => _policy.Describe(0, new FunctionTraits());

    [Fact]
    public void A_function_called_every_ten_minutes_is_loaded_again_after_nine_and_kept_for_twelve()
    {
        var decision = AfterIdleTimes(Enumerable.Repeat(10.5 * Minute, 20));

        // The bin from 10 to 11 minutes: its beginning less a tenth, its end and a tenth.
        Assert.Equal((0, 9 * Minute, 12.1 * Minute), (decision.UnloadAfter, decision.PreWarmAt, decision.KeepUntil), Within(1e-9));
        Assert.Equal((KeepReason.Histogram, 10 * Minute, 11 * Minute), (decision.Reason, decision.A, decision.B));
    }

    [Fact]
    public void A_function_called_within_the_minute_is_not_unloaded()
    {
        var decision = AfterIdleTimes(Enumerable.Repeat(20.0, 20));

        Assert.False(decision.HasPreWarm);
        Assert.Equal(66, decision.UnloadAfter, 1e-9);
    }

    [Fact]
    public void The_head_and_the_tail_are_the_5th_and_the_99th_percentile()
    {
        // 4 of 100 below the head's bin, 1 of 100 beyond the tail's.
        var decision = AfterIdleTimes([.. Enumerable.Repeat(1.5 * Minute, 4), .. Enumerable.Repeat(5.5 * Minute, 90), .. Enumerable.Repeat(30.5 * Minute, 5), 200 * Minute]);

        Assert.Equal((5 * Minute, 31 * Minute), (decision.A, decision.B));
    }

    [Fact]
    public void A_function_never_seen_before_is_kept_for_the_whole_range()
    {
        var decision = _policy.Idle(new IdleEvent(0, 100));

        Assert.Equal((KeepReason.NotRepresentative, 4 * Hour), (decision.Reason, decision.UnloadAfter));
    }

    [Fact]
    public void A_flat_histogram_is_not_representative()
    {
        // One in each of the 240 bins: no variation at all.
        var decision = AfterIdleTimes(Enumerable.Range(0, 240).Select(bin => (bin + 0.5) * Minute));

        Assert.Equal((KeepReason.NotRepresentative, 4 * Hour, 0), (decision.Reason, decision.UnloadAfter, decision.B));
    }

    [Fact]
    public void Beyond_the_histogram_the_time_series_decides()
    {
        // The paper's example: a prediction of 5 hours, 15 % to each side: from 4.25 hours, for 1.5 hours.
        var decision = AfterIdleTimes(Enumerable.Repeat(5 * Hour, 6));

        Assert.Equal(KeepReason.TimeSeries, decision.Reason);
        Assert.Equal((0, 4.25 * Hour, 5.75 * Hour), (decision.UnloadAfter, decision.PreWarmAt, decision.KeepUntil), Within(1e-6));
    }

    [Fact]
    public void A_function_is_idle_only_while_nothing_of_it_runs()
    {
        _policy.Arrived(new ArrivalEvent(0, 0));
        _policy.Arrived(new ArrivalEvent(0, 1, Running: 1));
        _policy.Idle(new IdleEvent(0, 2, Running: 1));
        _policy.Arrived(new ArrivalEvent(0, 3, Running: 1));
        _policy.Idle(new IdleEvent(0, 4, Running: 1));
        var decision = _policy.Idle(new IdleEvent(0, 5));

        Assert.Equal(0, decision.A);
    }

    [Fact]
    public void A_histogram_that_no_machine_would_hold_is_refused() =>
        Assert.Contains("more than 100000 bins", Assert.Throws<PolicyException>(() => Policies.KeepAlive("hybrid-histogram:bin=1ms,range=1d")).Message, StringComparison.Ordinal);

    private KeepDecision AfterIdleTimes(IEnumerable<double> idleTimes)
    {
        var now = 1000.0;
        var decision = _policy.Idle(new IdleEvent(0, now));
        foreach (var idle in idleTimes)
        {
            now += idle;
            _policy.Arrived(new ArrivalEvent(0, now));
            now += 0.1;
            decision = _policy.Idle(new IdleEvent(0, now));
        }

        return decision;
    }

    private static IEqualityComparer<(double, double, double)> Within(double tolerance) => EqualityComparer<(double, double, double)>.Create(
        (x, y) => Math.Abs(x.Item1 - y.Item1) <= tolerance && Math.Abs(x.Item2 - y.Item2) <= tolerance && Math.Abs(x.Item3 - y.Item3) <= tolerance);
}
