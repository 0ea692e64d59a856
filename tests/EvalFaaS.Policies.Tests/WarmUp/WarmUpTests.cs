namespace EvalFaaS.Policies.Tests.WarmUp;

public sealed class WarmUpTests
{
    private const double Hour = 3600;

    [Theory]
    [InlineData(7.9, false)]
    [InlineData(7.99, true)]
    [InlineData(8.0, true)]
    [InlineData(17.9, true)]
    [InlineData(18.1, false)]
    [InlineData(32.0, true)]
    public void A_schedule_keeps_instances_ready_from_a_minute_before_its_windows_until_their_end(double hour, bool ready) =>
        Assert.Equal(ready ? WarmUpAction.Instantiate : WarmUpAction.None, Made("scheduled-warm-up").Decide(At(hour * Hour)).Action);

    [Fact]
    public void One_that_began_earlier_is_still_open_at_the_first_question() =>
        Assert.Equal((WarmUpReason.InWindow, 5 * Hour), (Made("scheduled-warm-up").Decide(At(13 * Hour)).Reason, Made("scheduled-warm-up").Decide(At(13 * Hour)).ForSeconds));

    [Fact]
    public void The_calendar_is_that_of_the_executor_s_second_0()
    {
        // Second 0 is 7:59:30 in Zurich, in summer.
        var policy = PolicySpec.Parse("scheduled-warm-up:zone=Europe/Zurich,schedule=0 8,12 * * *,length=1h,instances=3", PolicyKind.WarmUp)
            .Make<IWarmUpPolicy>(new PolicySurroundings { Epoch = new DateTimeOffset(2026, 7, 1, 5, 59, 30, TimeSpan.Zero) });

        Assert.Equal((WarmUpAction.Scale, 3, 3630), (policy.Decide(At(0)).Action, policy.Decide(At(0)).Instances, policy.Decide(At(0)).ForSeconds));
        Assert.Equal((WarmUpReason.OutsideWindow, 4 * Hour + 30 - 60 - 5000), (policy.Decide(At(5000)).Reason, policy.Decide(At(5000)).A));
    }

    [Fact]
    public void A_window_follows_the_one_before_wherever_second_0_lies()
    {
        // Seconds are rounded, and a moment that lies before itself would never be passed.
        for (var ticks = 0; ticks < 1_000; ticks++)
        {
            var epoch = new DateTimeOffset(2026, 7, 1, 5, 59, 30, TimeSpan.Zero).AddTicks(-ticks * 1_234_567);
            var policy = PolicySpec.Parse("scheduled-warm-up:schedule=* * * * *,length=10m,ahead=0", PolicyKind.WarmUp).Make<IWarmUpPolicy>(new PolicySurroundings { Epoch = epoch });

            Assert.InRange(policy.Decide(At(412_345.678)).ForSeconds, 540, 600);
        }
    }

    [Theory]
    [InlineData("schedule=8 o'clock", "is no cron expression")]
    [InlineData("zone=Europe/Zurihc", "There is no time zone 'Europe/Zurihc'")]
    public void A_schedule_that_cannot_be_read_is_refused(string option, string message) =>
        Assert.Contains(message, Assert.Throws<PolicyException>(() => Made($"scheduled-warm-up:{option}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0.0001, WarmUpAction.None, 0)]
    [InlineData(0.002, WarmUpAction.LoadModule, 0)]
    [InlineData(0.1, WarmUpAction.Instantiate, 1)]
    [InlineData(50, WarmUpAction.Scale, 9)]
    public void The_likelier_a_call_the_more_is_made_ready(double rate, WarmUpAction action, int instances)
    {
        // 70 s ahead: 0.7 %, 13 %, 99.9 %; 50 a second at the 0.9 level of the known rate is 90, of 0.1 s each.
        var policy = PolicySpec.Parse("forecast-warm-up", PolicyKind.WarmUp).Make<IWarmUpPolicy>(new PolicySurroundings { Forecast = new KnownRates((_, _) => rate) });
        policy.Describe(0, new FunctionTraits());
        var decision = policy.Decide(At(0));

        Assert.Equal((action, instances), (decision.Action, decision.Instances));
    }

    [Fact]
    public void Without_warm_up_nothing_is_made_ready() => Assert.Equal(WarmUpAction.None, Made("no-warm-up").Decide(At(0)).Action);

    [Theory]
    [InlineData(WarmUpAction.None, 0, false, 0, ProvisionStatus.NotProvisioned)]
    [InlineData(WarmUpAction.LoadModule, 0, false, 0, ProvisionStatus.Provisioning)]
    [InlineData(WarmUpAction.LoadModule, 0, true, 0, ProvisionStatus.Provisioned)]
    [InlineData(WarmUpAction.Scale, 3, true, 2, ProvisionStatus.Provisioning)]
    [InlineData(WarmUpAction.Scale, 3, true, 3, ProvisionStatus.Provisioned)]
    public void A_function_is_provisioned_once_all_is_there_that_was_asked_for(WarmUpAction action, int asked, bool loaded, int instances, ProvisionStatus status) =>
        Assert.Equal(status, new WarmUpQuestion(0, 0, loaded, instances).StatusOf(new WarmUpDecision(action, asked, 60, WarmUpReason.CallsExpected)));

    private static IWarmUpPolicy Made(string spec) => Policies.Make<IWarmUpPolicy>(spec, PolicyKind.WarmUp);

    private static WarmUpQuestion At(double now) => new(0, now, false, 0);
}
