namespace EvalFaaS.Policies.Tests.Scaling;

public sealed class OtherScalingTests
{
    [Fact]
    public void Requests_a_second_over_the_target()
    {
        // 200 * 0.7 = 140 for one: 500 want 4.
        Assert.Equal(4, new Scaler("requests-target").After(seconds: 60, concurrency: 1, ready: 4, rate: 500).Target);
    }

    [Fact]
    public void A_queue_gets_an_instance_for_each_ten_requests_unfinished() =>
        Assert.Equal(4, new Scaler("queue-lag").After(seconds: 2, concurrency: 33, ready: 4, queued: 20).Target);

    [Fact]
    public void A_queue_whose_first_waits_too_long_gets_more_in_proportion()
    {
        var decision = new Scaler("queue-lag").After(seconds: 2, concurrency: 5, ready: 3, queued: 2, wait: 10);

        Assert.Equal((6, ScaleReason.Queue, 10, 5), (decision.Target, decision.Reason, decision.A, decision.B));
    }

    [Theory]
    [InlineData(1.0, 0.2, ScaleReason.Cpu, 5)]
    [InlineData(0.2, 1.0, ScaleReason.Memory, 5)]
    [InlineData(0.86, 0.5, ScaleReason.WithinTolerance, 4)]
    [InlineData(0.4, 0.4, ScaleReason.Cpu, 2)]
    public void The_scarcer_of_CPU_and_memory_decides(double cpu, double memory, ScaleReason reason, int wanted)
    {
        // The HPA's ceil(4 * value / 0.8).
        var decision = new Scaler("cpu-memory").After(seconds: 1, concurrency: 1, ready: 4, cpu: cpu, memory: memory);

        Assert.Equal((reason, wanted), (decision.Reason, decision.Wanted));
    }

    [Fact]
    public void Without_an_instance_any_load_asks_for_one() => Assert.Equal(1, new Scaler("cpu-memory").After(seconds: 1, concurrency: 1, ready: 0).Wanted);

    [Theory]
    [InlineData(2, 11)]
    [InlineData(13, 13)]
    [InlineData(20, 14)]
    public void A_forecast_moves_only_what_lies_outside_its_band(int ready, int target)
    {
        // Calls of 1 s, 10 a second: one instance takes 0.7 a second. The known rate's quantiles are 2 * level times it: 0.35 and 0.49 are 7 and 9.8 a second, 10 and 14 instances; 10.5 run, which is 11.
        var policy = PolicySpec.Parse("forecast-scaling:low=0.35,high=0.49", PolicyKind.Scaling).Make<IScalingPolicy>(new PolicySurroundings { Forecast = new KnownRates((_, _) => 10) });
        policy.Describe(0, new FunctionTraits());
        for (var i = 1; i <= 300; i++) policy.Observe(0, new LoadSample(i, 10.5, 10.5));

        Assert.Equal(target, policy.Decide(0, 300, ready).Target);
    }

    [Theory]
    [InlineData("concurrency-target:min-instances=5,max-instances=3", "min-instances is 5 and max-instances 3")]
    [InlineData("forecast-scaling:low=0.9,high=0.5", "low is 0.9 and high 0.5")]
    public void Options_that_contradict_each_other_are_refused(string spec, string message) =>
        Assert.Contains(message, Assert.Throws<PolicyException>(() => Policies.Make<IScalingPolicy>(spec, PolicyKind.Scaling)).Message, StringComparison.Ordinal);
}
