using EvalFaaS.Policies;
using EvalFaaS.Simulator.Models;

namespace EvalFaaS.Simulator.Tests.Models;

public sealed class PeriodicKeepAliveTests
{
    [Theory]
    [InlineData(10.0, 2.0, 2.25)] // Due at 12, and the turns are at 0.25, 1.25, ...
    [InlineData(10.25, 2.0, 2.0)] // Due at a turn.
    [InlineData(10.0, 0.0, 0.25)]
    [InlineData(10.0, double.PositiveInfinity, double.PositiveInfinity)]
    public void What_is_due_is_done_at_the_next_turn(double now, double window, double expected) =>
        Assert.Equal(expected, Of(new Windows(KeepDecision.Keep(window, KeepReason.Fixed, 1))).Idle(new IdleEvent(0, now)).UnloadAfter, 9);

    [Fact]
    public void A_load_ahead_and_its_end_wait_for_their_turns_and_a_review_does_not()
    {
        var decision = Of(new Windows(KeepDecision.KeepThenPreWarm(1, 5.5, 8, KeepReason.Histogram, 3, reviewAfter: 0.1))).Idle(new IdleEvent(0, 10));

        Assert.Equal((1.25, 6.25, 8.25, 0.1, 3.0), (decision.UnloadAfter, decision.PreWarmAt, decision.KeepUntil, decision.ReviewAfter, decision.Priority));
    }

    [Fact]
    public void A_load_ahead_at_the_turn_of_the_unload_leaves_it_loaded()
    {
        var decision = Of(new Windows(KeepDecision.KeepThenPreWarm(1, 1.1, 8, KeepReason.Histogram, 3))).Idle(new IdleEvent(0, 10));

        Assert.False(decision.HasPreWarm);
        Assert.Equal(8.25, decision.UnloadAfter, 9);
    }

    private static PeriodicKeepAlive Of(IKeepAlivePolicy policy) => new(policy, period: 1, phase: 0.25);

    private sealed class Windows(KeepDecision decision) : IKeepAlivePolicy
    {
        public string Name => "windows";

        public void Describe(int function, in FunctionTraits traits)
        {
        }

        public void Arrived(in ArrivalEvent arrival)
        {
        }

        public KeepDecision Idle(in IdleEvent idle) => decision;
    }
}
