namespace EvalFaaS.Policies.Tests.Balancing;

public sealed class PeakEwmaBalancerTests
{
    private static readonly BalanceEndpoint[] Two = [new(0), new(1)];
    private readonly PeakEwmaBalancer _balancer = new(new PeakEwmaOptions());

    public PeakEwmaBalancerTests() => _balancer.Describe(2);

    [Fact]
    public void A_slower_answer_counts_at_once()
    {
        _balancer.Completed(0, 100, 0.1);
        _balancer.Completed(1, 100, 0.2);
        _balancer.Completed(0, 100, 5);

        Assert.Equal((1, 0.2, 5), Picked(100));
    }

    [Fact]
    public void A_faster_one_counts_by_the_time_that_has_passed()
    {
        _balancer.Completed(0, 0, 1);
        _balancer.Completed(1, 10, 10);
        _balancer.Completed(0, 10, 0.1);

        // After one decay time the old 1 s weighs 1/e, the new 0.1 s the rest.
        Assert.Equal(Math.Exp(-1) + 0.1 * (1 - Math.Exp(-1)), Picked(10).Cost, 1e-12);
    }

    [Fact]
    public void What_was_slow_is_tried_again_after_a_while()
    {
        _balancer.Completed(0, 0, 60);
        for (var t = 0; t <= 100; t++) _balancer.Completed(1, t, 0.1);

        Assert.Equal((1, 0), (Picked(1).Index, Picked(100).Index));
    }

    [Fact]
    public void What_is_outstanding_multiplies_the_latency()
    {
        _balancer.Completed(0, 0, 0.1);
        _balancer.Completed(1, 0, 0.25);

        Assert.Equal(1, _balancer.Pick([new(0, true, 2), new(1)], 0, 5).Index);
    }

    [Fact]
    public void Who_has_never_answered_gets_one_request_and_no_second()
    {
        _balancer.Completed(0, 0, 10);

        Assert.Equal(1, _balancer.Pick([new(0), new(1)], 0, 5).Index);
        Assert.Equal(0, _balancer.Pick([new(0), new(1, true, 1)], 0, 5).Index);
    }

    private (int Index, double Cost, double Other) Picked(double now)
    {
        var decision = _balancer.Pick(Two, now, 5);
        return (decision.Index, decision.A, decision.B);
    }
}
