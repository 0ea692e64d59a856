using EvalFaaS.Model;
using static EvalFaaS.Engines.Tests.WasmEdge.WasmEdgeFixture;

namespace EvalFaaS.Engines.Tests.WasmEdge;

public sealed class WasmEdgeInterpreterTests
{
    [Fact]
    public async Task A_reactor_answers_through_the_interpreter()
    {
        using var engine = Engine();
        using var module = await LoadAsync(engine, Misbehaving);
        var invocation = new TestInvocation("echo");

        await InvokeAsync(module, invocation);

        Assert.Equal("echo", await invocation.ResponseTextAsync());
    }

    [Theory]
    [InlineData("u", TrapNames.Unreachable)]
    [InlineData("o", TrapNames.MemoryOutOfBounds)]
    [InlineData("d", TrapNames.IntegerDivideByZero)]
    public async Task A_trap_is_named(string request, string trap)
    {
        var fault = await FaultAsync(request);

        Assert.Equal((FaultKind.Trap, trap), (fault?.Kind, fault?.Trap));
    }

    [Fact]
    public async Task A_guest_that_loops_ends_at_its_deadline()
    {
        var fault = await FaultAsync("l", new InvocationLimits { Timeout = TimeSpan.FromMilliseconds(50) });

        Assert.Equal(FaultKind.Deadline, fault?.Kind);
    }

    [Fact]
    public async Task A_guest_that_loops_ends_when_it_is_killed_from_another_thread()
    {
        using var engine = Engine();
        using var module = await LoadAsync(engine, Misbehaving);
        var invocation = new TestInvocation("l", limits: new InvocationLimits { Timeout = Timeout.InfiniteTimeSpan });
        var running = Task.Run(() => InvokeAsync(module, invocation), TestContext.Current.CancellationToken);

        invocation.Cancellation.Request(CancelReason.Kill);

        Assert.Equal(FaultKind.Killed, (await running).Fault?.Kind);
    }

    [Fact]
    public async Task A_guest_that_uses_up_its_budget_ends_with_that_fault()
    {
        var fault = await FaultAsync("l", new InvocationLimits { Fuel = 100_000 }, new EngineOptions { Fuel = true });

        Assert.Equal(FaultKind.Budget, fault?.Kind);
    }

    [Fact]
    public async Task Each_invocation_of_a_reused_instance_has_the_whole_budget()
    {
        using var engine = Engine(new EngineOptions { Fuel = true });
        using var module = await LoadAsync(engine, Misbehaving);
        var limits = new InvocationLimits { Fuel = 10_000_000 };
        var first = new TestInvocation("f", limits: limits);
        var second = new TestInvocation("f", limits: limits);
        using var instance = await module.InstantiateAsync(limits, first.Cancellation);
        await instance.InvokeAsync(first, first.Cancellation);

        var outcome = await instance.InvokeAsync(second, second.Cancellation);

        Assert.Null(outcome.Fault);
    }

    [Fact]
    public async Task An_instance_after_one_that_was_stopped_is_not_stopped()
    {
        using var engine = Engine();
        using var module = await LoadAsync(engine, Misbehaving);
        await InvokeAsync(module, new TestInvocation("l", limits: new InvocationLimits { Timeout = TimeSpan.FromMilliseconds(20) }));

        var outcome = await InvokeAsync(module, new TestInvocation("echo"));

        Assert.Null(outcome.Fault);
    }
}
