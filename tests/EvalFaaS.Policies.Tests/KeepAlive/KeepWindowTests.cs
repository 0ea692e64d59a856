namespace EvalFaaS.Policies.Tests.KeepAlive;

public sealed class KeepWindowTests
{
    private const double Decided = 1000;
    private static readonly KeepWindow TwoWindows = new(KeepDecision.KeepThenPreWarm(60, 540, 726, KeepReason.Histogram, 0, reviewAfter: 600), Decided);

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    [InlineData(539, false)]
    [InlineData(540, true)]
    [InlineData(726, true)]
    [InlineData(727, false)]
    public void A_call_is_warm_within_either_window(double after, bool warm) => Assert.Equal(warm, TwoWindows.IsWarmAt(Decided + after));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 30)]
    [InlineData(500, 60)]
    [InlineData(600, 120)]
    [InlineData(10_000, 246)]
    public void Memory_is_held_in_both_windows_until_the_call(double call, double seconds) => Assert.Equal(seconds, TwoWindows.LoadedUntil(Decided + call));

    [Fact]
    public void One_thing_happens_after_the_other()
    {
        var seen = new List<(double, KeepPhase)>();
        for (var at = Decided; double.IsFinite(at); at = TwoWindows.NextAfter(at) is var next && next > at ? next : double.PositiveInfinity)
            seen.Add((at - Decided, TwoWindows.After(at)));

        // At the review, 600 s, the policy would decide anew; nothing else goes on until then.
        Assert.Equal([(0, KeepPhase.Kept), (60, KeepPhase.Unloaded), (540, KeepPhase.LoadedAhead), (600, KeepPhase.LoadedAhead)], seen);
    }

    [Fact]
    public void A_call_at_the_last_moment_finds_what_is_gone_right_after_it()
    {
        Assert.Equal((KeepPhase.Kept, KeepPhase.Unloaded), (TwoWindows.At(Decided + 60), TwoWindows.After(Decided + 60)));
        Assert.Equal((KeepPhase.LoadedAhead, KeepPhase.Over), (TwoWindows.At(Decided + 726), TwoWindows.After(Decided + 726)));
        Assert.Equal((KeepPhase.LoadedAhead, KeepPhase.LoadedAhead), (TwoWindows.At(Decided + 540), TwoWindows.After(Decided + 540)));
    }

    [Fact]
    public void What_is_fresh_is_never_warm()
    {
        var fresh = new KeepWindow(KeepDecision.Fresh, Decided);
        Assert.False(fresh.IsWarmAt(Decided));
        Assert.Equal(0, fresh.LoadedUntil(Decided + 1000));
        Assert.Equal(double.PositiveInfinity, fresh.NextAfter(Decided));
    }

    [Fact]
    public void What_is_kept_until_it_is_evicted_is_warm_for_ever()
    {
        var kept = new KeepWindow(KeepDecision.Keep(double.PositiveInfinity, KeepReason.UntilEvicted, 1), Decided);
        Assert.True(kept.IsWarmAt(1e9));
        Assert.Equal(500, kept.LoadedUntil(Decided + 500));
        Assert.Equal(double.PositiveInfinity, kept.NextAfter(1e9));
    }

    [Fact]
    public void A_decision_that_is_all_zeros_asks_for_no_review() => Assert.Equal(double.PositiveInfinity, new KeepWindow(default, Decided).ReviewAt);
}
