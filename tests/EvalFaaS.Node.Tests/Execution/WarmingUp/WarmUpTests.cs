using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Execution.Tests;

public sealed class WarmUpTests
{
    private const string Mornings = "scheduled-warm-up:schedule=0 8 * * *,length=1h,ahead=60s";

    [Fact]
    public async Task Code_is_loaded_before_a_window_stays_through_it_and_goes_afterwards()
    {
        await using var bench = await StartAsync(new(Spec(Mornings + ",instances=0")));
        var function = await bench.DeployAsync();
        await GoToAsync(bench, "07:58:30");
        Assert.Equal((false, ProvisionStatus.NotProvisioned), (function.IsLoaded, function.Provisioned));

        await GoToAsync(bench, "07:59:30");
        Assert.Equal((true, ProvisionStatus.Provisioned), (function.IsLoaded, function.Provisioned));
        Assert.Equal(StartState.FreshInstance, (await bench.CallAsync(function)).Ledger.StartState);
        await GoToAsync(bench, "08:30:00");
        Assert.Equal((true, ProvisionStatus.Provisioned), (function.IsLoaded, function.Provisioned));
        await GoToAsync(bench, "09:00:30");

        Assert.Equal((false, ProvisionStatus.NotProvisioned), (function.IsLoaded, function.Provisioned));
    }

    [Fact]
    public async Task Instances_of_a_function_that_reuses_them_are_made_ahead()
    {
        await using var bench = await StartAsync(new(Spec(Mornings + ",instances=2")));
        var function = await bench.DeployAsync(with: r => r with { MaxInvocations = 0 });
        await GoToAsync(bench, "08:00:30");
        while (function.Provisioned != ProvisionStatus.Provisioned) await Task.Yield();

        Assert.Equal(2, function.IdleInstances);
        Assert.Equal(StartState.ReusedInstance, (await bench.CallAsync(function)).Ledger.StartState);
        Assert.Equal(2, function.IdleInstances);
        await GoToAsync(bench, "09:00:30");

        Assert.Equal(0, function.IdleInstances);
    }

    [Fact]
    public async Task What_is_wanted_and_not_there_yet_is_being_provisioned()
    {
        await using var bench = await StartAsync(new(Spec(Mornings)));
        var function = await bench.DeployAsync();
        await GoToAsync(bench, "07:00:00");
        var load = new TaskCompletionSource();
        bench.Engine.Loading = () => load.Task;
        bench.Time.Advance(TimeSpan.FromHours(1));
        bench.Runtime.KeepAlive.Sweep();

        Assert.Equal(ProvisionStatus.Provisioning, function.Provisioned);
        load.SetResult();
        await SettleAsync(bench);

        Assert.Equal(ProvisionStatus.Provisioned, function.Provisioned);
    }

    [Fact]
    public async Task A_function_may_have_a_policy_of_its_own()
    {
        await using var bench = await StartAsync(new(Spec("no-warm-up")) { Functions = [new(FunctionName.Parse("one"), Spec(Mornings))] });
        var one = await bench.DeployAsync("one", salt: 1);
        var two = await bench.DeployAsync("two", salt: 2);

        await GoToAsync(bench, "08:30:00");

        Assert.Equal((true, false), (one.IsLoaded, two.IsLoaded));
    }

    [Fact]
    public async Task A_shadow_says_what_it_would_make_ready_and_nothing_comes_of_it()
    {
        await using var bench = await StartAsync(new(Spec("no-warm-up")) { Shadows = [Spec(Mornings)] });
        var function = await bench.DeployAsync();
        await GoToAsync(bench, "07:00:00");
        await bench.CallAsync(function);
        await GoToAsync(bench, "08:30:00");
        await bench.CallAsync(function);
        await GoToAsync(bench, "10:00:00");

        var (policy, account) = Assert.Single(bench.Runtime.WarmUp.Shadows);
        Assert.Equal((Mornings, 2, 1), (policy, account.Calls, account.CallsReady));
        Assert.InRange(account.ReadySeconds, 1_800, 3_660);
        Assert.Equal((false, 0.0), (function.IsLoaded, bench.Runtime.WarmUp.Acting[0].Account.ReadySeconds));
        Assert.All(bench.Runtime.WarmUp.Decisions(100), d => Assert.False(d.Acts));
    }

    [Fact]
    public async Task Only_decisions_that_change_something_are_written_down_each_with_its_reason()
    {
        await using var bench = await StartAsync(new(Spec(Mornings + ",instances=0")));
        await bench.DeployAsync();
        foreach (var time in new[] { "07:00:00", "08:00:00", "08:20:00", "08:40:00", "09:10:00" }) await GoToAsync(bench, time);

        var decisions = bench.Runtime.WarmUp.Decisions(100);

        Assert.Equal([WarmUpAction.None, WarmUpAction.LoadModule, WarmUpAction.None], decisions.Select(d => d.Decision.Action));
        Assert.Contains("a scheduled window began", decisions[1].Decision.Explain());
    }

    private static PolicySpec Spec(string text) => PolicySpec.Parse(text, PolicyKind.WarmUp);

    // Nothing is kept for any other reason.
    private static Task<RuntimeBench> StartAsync(PolicyChoice choice) =>
        RuntimeBench.StartAsync(o => o with { WarmUp = choice, KeepAlive = PolicySpec.Parse("none", PolicyKind.KeepAlive) });

    // The bench's clock begins at midnight, UTC.
    private static async Task GoToAsync(RuntimeBench bench, string time)
    {
        bench.Time.Advance(TimeSpan.Parse(time) - bench.Time.GetUtcNow().TimeOfDay);
        bench.Runtime.KeepAlive.Sweep();
        await SettleAsync(bench);
    }

    private static async Task SettleAsync(RuntimeBench bench)
    {
        foreach (var function in bench.Runtime.List(null))
            if (function.Slot.Flight is { } loading) await loading.Task;
    }
}
