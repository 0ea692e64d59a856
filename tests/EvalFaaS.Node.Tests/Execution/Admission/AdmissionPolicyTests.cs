using EvalFaaS.Engines;
using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Execution.Tests;

public sealed class AdmissionPolicyTests
{
    [Fact]
    public async Task What_would_be_answered_too_late_is_refused_at_the_door()
    {
        await using var bench = await StartAsync(new(Spec("deadline-shedding")));
        var function = await bench.DeployAsync(with: r => r with { Limits = r.Limits with { Timeout = TimeSpan.FromSeconds(1) } });
        await CallTakingAsync(bench, function, seconds: 2);

        var refused = await bench.CallAsync(function);

        var fault = refused.Invocation.Outcome.Fault!;
        Assert.Equal((FaultKind.QueueFull, true), (fault.Kind, fault.RetryMayHelp));
        Assert.Contains("under the policy deadline-shedding: refused: its answer is expected after 2 s, and it has 1 s left.", fault.Message);
        var record = Assert.Single(bench.Runtime.Admission.Refusals(10));
        Assert.Equal(("default/hello@1", true, AdmissionReason.TooLate), (record.Function, record.Acts, record.Decision.Reason));
    }

    [Fact]
    public async Task What_has_waited_too_long_is_refused_at_the_head_of_the_queue()
    {
        await using var bench = await StartAsync(new(Spec("deadline-shedding")));
        var function = await bench.DeployAsync(with: r => r with { Concurrency = 1, Limits = r.Limits with { Timeout = TimeSpan.FromSeconds(10) } });
        await CallTakingAsync(bench, function, seconds: 3);
        var end = new TaskCompletionSource<Outcome>();
        bench.Engine.Guest = (_, _) => new(end.Task);
        var first = bench.Begin(function);
        var second = bench.Begin(function);
        bench.Time.Advance(TimeSpan.FromSeconds(8));
        Assert.False(second.Outcome.IsCompleted);

        end.SetResult(Outcome.Ok);
        await first.Outcome;
        first.Complete();

        Assert.Contains("it has 2 s left", (await second.Outcome).Fault!.Message);
        second.Complete();
        Assert.Equal((0, 0), (function.Running, function.Waiting));
    }

    [Fact]
    public async Task Above_a_limit_of_concurrency_nothing_waits()
    {
        await using var bench = await StartAsync(new(Spec("concurrency-limit:limit=1")));
        var function = await bench.DeployAsync();
        var end = new TaskCompletionSource<Outcome>();
        bench.Engine.Guest = (_, _) => new(end.Task);
        var first = bench.Begin(function);

        var refused = await bench.CallAsync(function);
        end.SetResult(Outcome.Ok);
        await first.Outcome;
        first.Complete();

        Assert.Contains("1 run already, 1 may", refused.Invocation.Outcome.Fault!.Message);
        Assert.Equal(Outcome.Ok, (await bench.CallAsync(function)).Invocation.Outcome);
    }

    [Fact]
    public async Task A_function_may_have_a_policy_of_its_own()
    {
        var choice = new RuntimeOptions { DataDirectory = "" }.Admission with { Functions = [new(FunctionName.Parse("strict"), Spec("concurrency-limit:limit=1"))] };
        await using var bench = await StartAsync(choice);
        var strict = await bench.DeployAsync("strict");
        var usual = await bench.DeployAsync("usual", r => r with { Concurrency = 1 });
        var end = new TaskCompletionSource<Outcome>();
        bench.Engine.Guest = (_, _) => new(end.Task);

        FakeCall[] calls = [bench.Begin(strict), bench.Begin(strict), bench.Begin(usual), bench.Begin(usual)];

        Assert.Equal(FaultKind.QueueFull, (await calls[1].Outcome).Fault!.Kind);
        Assert.Equal((1, 1), (usual.Running, usual.Waiting));
        end.SetResult(Outcome.Ok);
        await calls[2].Outcome;
        calls[2].Complete();
        Assert.Equal(Outcome.Ok, await calls[3].Outcome);
        foreach (var call in new[] { calls[0], calls[1], calls[3] }) call.Complete();
    }

    [Fact]
    public async Task A_shadow_refuses_on_paper_alone()
    {
        await using var bench = await StartAsync(new RuntimeOptions { DataDirectory = "" }.Admission with { Shadows = [Spec("concurrency-limit:limit=1")] });
        var function = await bench.DeployAsync();
        var end = new TaskCompletionSource<Outcome>();
        bench.Engine.Guest = (_, _) => new(end.Task);
        FakeCall[] calls = [bench.Begin(function), bench.Begin(function), bench.Begin(function)];
        Assert.Equal(3, function.Running);
        end.SetResult(Outcome.Ok);
        foreach (var call in calls)
        {
            Assert.Equal(Outcome.Ok, await call.Outcome);
            call.Complete();
        }

        Assert.Equal(new AdmissionAccount(3, 0, 0), Assert.Single(bench.Runtime.Admission.Acting).Account);
        Assert.Equal(new AdmissionAccount(1, 0, 2), Assert.Single(bench.Runtime.Admission.Shadows).Account);
        Assert.All(bench.Runtime.Admission.Refusals(10), r => Assert.False(r.Acts));
    }

    private static PolicySpec Spec(string text) => PolicySpec.Parse(text, PolicyKind.Admission);

    private static Task<RuntimeBench> StartAsync(PolicyChoice choice) => RuntimeBench.StartAsync(o => o with { Admission = choice });

    private static async Task CallTakingAsync(RuntimeBench bench, DeployedFunction function, double seconds)
    {
        var before = bench.Engine.Guest;
        bench.Engine.Guest = (_, _) =>
        {
            bench.Time.Advance(TimeSpan.FromSeconds(seconds));
            return new(Outcome.Ok);
        };
        await bench.CallAsync(function);
        bench.Engine.Guest = before;
    }
}
