namespace EvalFaaS.Policies.Tests.KeepAlive;

public sealed class KeepDecisionTests
{
    private static readonly KeepDecision TwoWindows = KeepDecision.KeepThenPreWarm(60, 540, 726, KeepReason.Histogram, 0, 600, 660);

    [Fact]
    public void Windows_that_touch_are_one()
    {
        var decision = KeepDecision.KeepThenPreWarm(60, 60, 300, KeepReason.Fixed, 0);
        Assert.Equal((300, false), (decision.UnloadAfter, decision.HasPreWarm));
    }

    [Fact]
    public void Decisions_explain_themselves() => Assert.Multiple(
        () => Assert.Equal("keep for 60 s, load again after 540 s, keep until 726 s: its idle times lie between 600 s and 660 s.", TwoWindows.Explain()),
        () => Assert.Equal("unload now: each call gets a fresh instance.", KeepDecision.Fresh.Explain()),
        () => Assert.Equal("keep until evicted: eviction takes the lowest priority first, and this one has 2.5.", KeepDecision.Keep(double.PositiveInfinity, KeepReason.UntilEvicted, 2.5, 2.5).Explain()));

    [Fact]
    public void Every_reason_has_its_words() =>
        Assert.All(Enum.GetValues<KeepReason>(), reason => Assert.DoesNotContain(reason.ToString(), KeepDecision.Keep(1, reason, 0).Explain(), StringComparison.Ordinal));
}
