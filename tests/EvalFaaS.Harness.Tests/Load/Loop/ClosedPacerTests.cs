using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class ClosedPacerTests
{
    [Fact]
    public void A_user_that_was_answered_asks_again_after_its_think_time()
    {
        var pacer = new ClosedPacer(1, new ThinkTime(TimeSpan.FromTicks(10), IsExponential: false), new Random(1), beginNs: 100, endNs: 10_000);
        Assert.InRange(pacer.DueNs, 100, 1_100);
        var first = pacer.DueNs;
        Assert.Equal(first, pacer.Take());
        Assert.Equal(IArrivals.Never, pacer.DueNs);
        pacer.Ended(2_000);
        Assert.Equal(3_000, pacer.DueNs);
    }

    [Fact]
    public void Without_think_time_all_users_begin_at_once_and_go_on_at_once()
    {
        var pacer = new ClosedPacer(2, null, new Random(1), beginNs: 100, endNs: 10_000);
        Assert.Equal(100, pacer.DueNs);
        Assert.Null(pacer.Take());
        Assert.Null(pacer.Take());
        pacer.Ended(500);
        Assert.Equal(500, pacer.DueNs);
    }

    [Fact]
    public void Nobody_asks_after_the_end()
    {
        var pacer = new ClosedPacer(1, new ThinkTime(TimeSpan.FromTicks(10), IsExponential: false), new Random(1), beginNs: 0, endNs: 2_500);
        pacer.Take();
        pacer.Ended(2_000);
        Assert.Equal(IArrivals.Never, pacer.DueNs);
        Assert.False(pacer.IsOver(2_400));
        Assert.True(pacer.IsOver(2_500));
    }
}
