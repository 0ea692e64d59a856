using EvalFaaS.Policies;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Validation;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Tests.OneFunction;

/// <summary>Small courses of events whose outcome is counted by hand.</summary>
public sealed class FunctionRunTests
{
    /// <summary>The instance made first works from 0 to 5, the second from 1 to 2; then calls of 1 s come, one at a time.</summary>
    private static readonly RecordedWorkload TwoInstances = new([0, 1, 6, 9, 12, 15], [5, 1, 1, 1, 1, 1]);

    [Fact]
    public void A_call_after_the_window_is_cold_and_one_within_it_is_not()
    {
        // Idle from 3; 13 is the window's last moment. Idle again from 14 until 24.
        var tally = Runs.At([0, 13, 24.5], Runs.Fixed(10), 30);
        Assert.Equal((3, 2, 1), (tally.Arrivals, tally.Cold, tally.Expired));
        Assert.Equal(10 + 10 + 2.5, tally.IdleSeconds, 9);
        Assert.Equal(3 + 1 + 3, tally.BusySeconds, 9);
        Assert.Equal(4, tally.StartSeconds, 9);
        Assert.Equal(2, tally.Late);
    }

    [Fact]
    public void A_review_unloads_what_was_loaded_ahead_where_it_is_no_longer_expected()
    {
        // Idle from 3, loaded ahead at 13 to stay until 93; the review at 23 gives it up.
        var tally = Runs.At([0], new GivesUp(), 200);
        Assert.Equal((1, 2), (tally.PreWarmed, tally.Expired));
        Assert.Equal(10, tally.IdleSeconds, 9);
    }

    [Fact]
    public void Calls_at_a_time_get_instances_of_their_own()
    {
        var tally = Runs.At([0, 0.5, 1], Runs.Fixed(100), 20);
        Assert.Equal((3, 3, 2, 3), (tally.Cold, tally.Created, tally.ColdCapacity, tally.PeakInstances));
        Assert.Equal(1, tally.ColdFirstUse);
    }

    [Fact]
    public void An_instance_of_several_places_lets_who_comes_during_its_start_wait_for_the_rest()
    {
        var model = new FunctionModel { Service = new ConstantLaw(1), ColdStart = ColdStart.Of(new ConstantLaw(2)), Concurrency = 2 };
        var tally = Runs.At([0, 0.5, 0.75], Runs.Fixed(100), 20, model);
        Assert.Equal((3, 2), (tally.Cold, tally.Created));
        Assert.Equal(2 + 1.5 + 2, tally.WaitSeconds, 9);
    }

    [Fact]
    public void Who_finds_no_place_waits_in_turn_and_the_rest_is_refused()
    {
        var model = new FunctionModel { Service = new ConstantLaw(1), MaxInstances = 1, QueueLimit = 1 };
        var tally = Runs.At([0, 0.25, 0.5, 1.5], Runs.Fixed(100), 20, model);
        Assert.Equal((4, 1, 3), (tally.Arrivals, tally.Rejected, tally.Completed));
        Assert.Equal(0.75 + 0.5, tally.WaitSeconds, 9);
    }

    [Fact]
    public void A_function_is_loaded_again_ahead_of_its_call()
    {
        var windows = new WindowsKeepAlive(0, 10, 20);
        // Ends at 3, loads from 13, is ready at 15: the call at 16 is warm; the next load begins at 27, and at 28 it is not ready.
        var tally = Runs.At([0, 16, 28], windows, 29);
        Assert.Equal((3, 2, 2), (tally.Arrivals, tally.Cold, tally.PreWarmed));
        Assert.Equal(2 + 1, tally.WaitSeconds, 9);
    }

    [Fact]
    public void A_call_ends_the_wait_for_a_load_ahead()
    {
        var tally = Runs.At([0, 5], new WindowsKeepAlive(0, 10, 20), 13.5);
        Assert.Equal((2, 0), (tally.Cold, tally.PreWarmed));
    }

    [Fact]
    public void What_was_loaded_ahead_for_nothing_is_unloaded_at_its_end()
    {
        var tally = Runs.At([0], new WindowsKeepAlive(0, 10, 20), 100);
        Assert.Equal((1, 2), (tally.PreWarmed, tally.Expired));
        Assert.Equal(10, tally.IdleSeconds, 9);
    }

    [Fact]
    public void Nothing_is_kept_under_the_policy_none()
    {
        var tally = Runs.At([0, 10, 20], new NoKeepAlive(), 100);
        Assert.Equal((3, 0.0), (tally.Cold, tally.IdleSeconds));
    }

    [Theory]
    [InlineData(RequestOrder.NewestFirst, 1)]
    [InlineData(RequestOrder.OldestFirst, 0)]
    [InlineData(RequestOrder.MostRecentlyUsed, 0)]
    public void The_order_says_which_of_two_instances_stays(RequestOrder order, int staying)
    {
        var tally = Runs.Of(new FunctionModel { Order = order }, TwoInstances, Runs.Fixed(8), 15.5).Total;
        // The first becomes idle at 5 and would go at 13, the second at 2 and at 10.
        var expectedIdle = staying == 0 ? 8.0 + 1 : 8.0 + 4;
        Assert.Equal((2, 1), (tally.Cold, tally.Expired));
        Assert.Equal(expectedIdle, tally.IdleSeconds - 2 * 2 - 2, 9);
    }

    [Fact]
    public void Taking_turns_keeps_both_instances() =>
        Assert.Equal(0, Runs.Of(new FunctionModel { Order = RequestOrder.LeastRecentlyUsed }, TwoInstances, Runs.Fixed(8), 15.5).Total.Expired);

    [Fact]
    public void An_instance_at_the_end_of_its_life_is_replaced_when_it_is_idle()
    {
        var model = new FunctionModel { Service = new ConstantLaw(1), Lifetime = new ConstantLaw(5) };
        // The first lives from 0 to 5; the second from 6, and past its end at 11 to the end of its call at 11.5.
        var tally = Runs.At([0, 2, 6, 10.5], Runs.Fixed(100), 13, model);
        Assert.Equal((2, 2), (tally.Cold, tally.Expired));
        Assert.Equal(1 + 2 + 3.5, tally.IdleSeconds, 9);
    }

    [Fact]
    public void More_load_than_places_is_refused_before_it_starts()
    {
        var model = new FunctionModel { Name = "f", Service = new ExponentialLaw(2), MaxInstances = 4, QueueLimit = FunctionModel.Unlimited };
        var refusal = Assert.Throws<UnstableException>(() => Runs.Of(model, RenewalWorkload.Poisson(2), Runs.Fixed(1), 10));
        Assert.Contains("'f' cannot be stable", refusal.Message, StringComparison.Ordinal);
        Runs.Of(model with { QueueLimit = 10 }, RenewalWorkload.Poisson(2), Runs.Fixed(1), 10);
    }

    [Fact]
    public void A_model_without_sense_is_refused() =>
        Assert.Contains("concurrency of 'f'", Assert.Throws<ArgumentOutOfRangeException>(() => new FunctionModel { Name = "f", Concurrency = 0 }.Checked()).Message, StringComparison.Ordinal);

    /// <summary>Plans a load ahead, and when it is asked again wants nothing.</summary>
    private sealed class GivesUp : IKeepAlivePolicy
    {
        public string Name => "gives-up";

        public void Describe(int function, in FunctionTraits traits)
        {
        }

        public void Arrived(in ArrivalEvent arrival)
        {
        }

        public KeepDecision Idle(in IdleEvent idle) => KeepDecision.KeepThenPreWarm(0, 10, 90, KeepReason.CallExpected, 0, reviewAfter: 20);

        public KeepDecision Review(in IdleEvent review) => KeepDecision.Keep(0, KeepReason.NoCallExpected, 0);
    }
}
