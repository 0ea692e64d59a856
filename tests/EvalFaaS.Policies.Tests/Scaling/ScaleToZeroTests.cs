namespace EvalFaaS.Policies.Tests.Scaling;

public sealed class ScaleToZeroTests
{
    private const string Spec = "concurrency-target:target=10";

    [Fact]
    public void The_last_instance_goes_after_the_stable_window_and_the_grace()
    {
        var scaler = new Scaler(Spec, concurrency: 10);
        scaler.After(seconds: 60, concurrency: 5, ready: 1);

        Assert.Equal(1, scaler.After(seconds: 59, concurrency: 0, ready: 1).Target);
        var grace = scaler.After(seconds: 29, concurrency: 0, ready: 1);
        Assert.Equal((1, ScaleBound.Grace), (grace.Target, grace.Bounds));
        Assert.Equal(0, scaler.After(seconds: 4, concurrency: 0, ready: 1).Target);
    }

    [Fact]
    public void A_call_within_the_grace_begins_it_anew()
    {
        var scaler = new Scaler(Spec, concurrency: 10);
        scaler.After(seconds: 80, concurrency: 0, ready: 1);
        scaler.After(seconds: 1, concurrency: 5, ready: 1);
        scaler.After(seconds: 60, concurrency: 0, ready: 1);

        Assert.Equal(1, scaler.After(seconds: 28, concurrency: 0, ready: 1).Target);
    }

    [Fact]
    public void Where_it_is_off_one_stays()
    {
        var decision = new Scaler(Spec + ",to-zero=false", concurrency: 10).After(seconds: 300, concurrency: 0, ready: 1);

        Assert.Equal((1, ScaleBound.NotToZero), (decision.Target, decision.Bounds));
    }

    [Fact]
    public void From_zero_any_load_brings_the_activation_scale()
    {
        var decision = new Scaler(Spec + ",activation-instances=3", concurrency: 10).After(seconds: 1, concurrency: 0.1, ready: 0);

        Assert.Equal(3, decision.Target);
    }

    [Fact]
    public void A_new_function_begins_with_its_initial_scale_and_falls_below_once_it_had_it()
    {
        var scaler = new Scaler(Spec + ",initial-instances=4,zero-grace=0", concurrency: 10);

        var first = scaler.Decide(ready: 0);
        Assert.Equal((4, ScaleReason.NoData, ScaleBound.Initial), (first.Target, first.Reason, first.Bounds));
        Assert.Equal(2, scaler.After(seconds: 60, concurrency: 1, ready: 4).Target);
    }

    [Fact]
    public void Less_is_given_only_after_the_delay()
    {
        var scaler = new Scaler("concurrency-target:target=1,utilisation=1,down-delay=20s,max-down-rate=1000,panic-threshold=10", concurrency: 1);
        scaler.After(seconds: 60, concurrency: 4, ready: 4);
        scaler.After(seconds: 60, concurrency: 1, ready: 4);

        // The stable window has just come down to 1, so 20 s from here.
        Assert.Equal(ScaleBound.Delay, scaler.Decide(ready: 4).Bounds);
        Assert.Equal(1, scaler.After(seconds: 22, concurrency: 1, ready: 4).Target);
    }
}
