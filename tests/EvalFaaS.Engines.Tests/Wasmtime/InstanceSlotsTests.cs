using EvalFaaS.Engines.Wasmtime;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class InstanceSlotsTests
{
    [Fact]
    public async Task Who_finds_no_slot_waits_until_one_is_given_back()
    {
        using var slots = new InstanceSlots(1, new MappingBudget(1_000));
        Assert.True(slots.TryTake(1));
        Assert.False(slots.TryTake(1));
        var waiting = slots.TakeAsync(1, new InvocationCancellation(TimeProvider.System)).AsTask();
        Assert.False(waiting.IsCompleted);
        slots.Give(1);
        await waiting;
        Assert.Equal(1, slots.Used);
    }

    [Fact]
    public async Task Who_waits_longer_than_his_deadline_is_told_that_there_was_no_capacity()
    {
        using var slots = new InstanceSlots(1, new MappingBudget(1_000));
        Assert.True(slots.TryTake(1));
        var cancellation = new InvocationCancellation(TimeProvider.System);
        cancellation.Arm(TimeSpan.FromMilliseconds(1));
        var thrown = await Assert.ThrowsAsync<FaultException>(() => slots.TakeAsync(1, cancellation).AsTask());
        Assert.Equal(FaultKind.NoCapacity, thrown.Fault.Kind);
        Assert.True(thrown.Fault.RetryMayHelp);
    }

    [Fact]
    public async Task A_waiter_that_gave_up_does_not_swallow_the_slot_of_the_next()
    {
        using var slots = new InstanceSlots(1, new MappingBudget(1_000));
        Assert.True(slots.TryTake(1));
        var gone = new InvocationCancellation(TimeProvider.System);
        var first = slots.TakeAsync(1, gone).AsTask();
        var second = slots.TakeAsync(1, new InvocationCancellation(TimeProvider.System)).AsTask();
        gone.Request(CancelReason.ClientGone);
        await Assert.ThrowsAsync<FaultException>(() => first);
        slots.Give(1);
        await second;
    }

    [Fact]
    public void Slots_are_not_taken_beyond_the_budget_of_mappings()
    {
        var budget = new MappingBudget((EngineSizes.WarmSlots + 2) * EngineSizes.MappingsPerSlot);
        using var slots = new InstanceSlots(1_000, budget);
        Assert.True(slots.TryTake(1));
        Assert.True(slots.TryTake(1));
        Assert.False(slots.TryTake(1));
        Assert.Equal(2, slots.Used);
    }

    [Fact]
    public void The_budget_gets_its_mappings_back()
    {
        var budget = new MappingBudget(1_000);
        new InstanceSlots(10, budget).Dispose();
        Assert.Equal(0, budget.Used);
    }
}
