namespace EvalFaaS.Policies.Tests.Scaling;

/// <summary>Values computed by hand from the formulas of Knative's autoscaler.</summary>
public sealed class ConcurrencyTargetScalingTests
{
    private readonly Scaler _scaler = new("concurrency-target:target=10,utilisation=0.7,initial-instances=0", concurrency: 10);

    [Fact]
    public void In_calm_times_it_is_the_stable_average_over_the_target_rounded_up()
    {
        var decision = _scaler.After(seconds: 60, concurrency: 20, ready: 3);

        Assert.Equal((3, ScaleReason.Stable, 20, 7), (decision.Target, decision.Reason, decision.A, decision.B));
    }

    [Fact]
    public void An_average_is_over_what_was_seen_of_the_window() => Assert.Equal(3, _scaler.After(seconds: 5, concurrency: 20, ready: 3).Target);

    [Fact]
    public void A_burst_of_twice_what_is_ready_begins_panic()
    {
        _scaler.After(seconds: 54, concurrency: 7, ready: 1);
        // 6 s of 70: the panic window wants 10, the stable one (54 * 7 + 6 * 70) / 60 = 13.3 over 7, which is 2.
        var decision = _scaler.After(seconds: 6, concurrency: 70, ready: 2);

        Assert.Equal((10, ScaleReason.Panic, 70), (decision.Target, decision.Reason, decision.A));
    }

    [Fact]
    public void A_burst_of_less_than_that_does_not()
    {
        _scaler.After(seconds: 54, concurrency: 14, ready: 2);

        Assert.Equal(ScaleReason.Stable, _scaler.After(seconds: 6, concurrency: 20, ready: 2).Reason);
    }

    [Fact]
    public void Panic_never_scales_down_and_ends_a_stable_window_after_its_last_cause()
    {
        _scaler.After(seconds: 6, concurrency: 70, ready: 1);
        var held = _scaler.After(seconds: 59, concurrency: 7, ready: 10);
        var ended = _scaler.After(seconds: 2, concurrency: 7, ready: 10);

        Assert.Equal((10, ScaleReason.PanicHeld), (held.Target, held.Reason));
        Assert.Equal((ScaleReason.Stable, ScaleBound.RateDown, 5), (ended.Reason, ended.Bounds, ended.Target));
    }

    [Fact]
    public void A_rate_limit_up_lets_one_instance_more_at_least()
    {
        // The example of Knative's own source: rate 1.1, 3 wanted, 2 ready: ceil(2.2) are allowed.
        var scaler = new Scaler("concurrency-target:target=1,utilisation=1,max-up-rate=1.1", concurrency: 1);

        Assert.Equal(3, scaler.After(seconds: 10, concurrency: 3, ready: 2).Target);
    }

    [Fact]
    public void A_rate_limit_down_halves_at_most()
    {
        var decision = _scaler.After(seconds: 60, concurrency: 7, ready: 9);

        Assert.Equal((4, 1, ScaleBound.RateDown), (decision.Target, decision.Wanted, decision.Bounds));
    }

    [Fact]
    public void An_instance_that_takes_one_at_a_time_is_never_aimed_at_for_more()
    {
        // The default target of 100 does not fit: 1 * 0.7 it is.
        var decision = new Scaler("concurrency-target", concurrency: 1).After(seconds: 60, concurrency: 2.1, ready: 3);

        Assert.Equal((3, 0.7), (decision.Target, decision.B));
    }

    [Fact]
    public void The_decision_says_how_it_came_about() => Assert.Equal(
        "9 ready, 4 from now on: the stable window averages 7 against 7 for one instance, which asks for 1; not down faster than the rate limit.",
        _scaler.After(seconds: 60, concurrency: 7, ready: 9).Explain());
}
