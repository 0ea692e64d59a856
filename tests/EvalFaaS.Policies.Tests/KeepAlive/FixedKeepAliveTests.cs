namespace EvalFaaS.Policies.Tests.KeepAlive;

public sealed class FixedKeepAliveTests
{
    [Fact]
    public void The_window_is_ten_minutes_unless_told_otherwise()
    {
        Assert.Equal(600, Policies.KeepAlive("fixed").Idle(new IdleEvent(0, 5)).UnloadAfter);
        Assert.Equal(90, Policies.KeepAlive("fixed:window=1.5m").Idle(new IdleEvent(0, 5)).UnloadAfter);
    }

    [Fact]
    public void Without_keep_alive_nothing_is_kept() => Assert.Equal(0, Policies.KeepAlive("none").Idle(new IdleEvent(0, 5)).KeepUntil);
}
