using EvalFaaS.Model;
using Microsoft.Extensions.Time.Testing;

namespace EvalFaaS.Engines.Tests;

public sealed class InvocationCancellationTests
{
    [Fact]
    public void A_timer_that_fires_too_early_does_not_lose_the_deadline()
    {
        var time = new HastyTime();
        var cancellation = new InvocationCancellation(time);
        cancellation.Arm(TimeSpan.FromMilliseconds(100));
        var token = cancellation.Token;

        time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal((CancelReason.None, false), (cancellation.Reason, token.IsCancellationRequested));

        time.Advance(TimeSpan.FromMilliseconds(3));
        Assert.Equal((CancelReason.Deadline, true), (cancellation.Reason, token.IsCancellationRequested));
    }

    [Fact]
    public void A_timer_of_an_invocation_that_ended_says_nothing_to_the_next()
    {
        var time = new HastyTime();
        var cancellation = new InvocationCancellation(time);
        cancellation.Arm(TimeSpan.FromMilliseconds(100));
        _ = cancellation.Token;
        cancellation.Arm(TimeSpan.FromMilliseconds(500));

        time.Advance(TimeSpan.FromMilliseconds(200));

        Assert.Equal(CancelReason.None, cancellation.Check());
    }

    /// <summary>Its timers fire a few milliseconds before their time, as those of a system with a coarse clock do.</summary>
    private sealed class HastyTime : FakeTimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime - TimeSpan.FromMilliseconds(4), period);
    }
}
