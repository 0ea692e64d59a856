namespace EvalFaaS.Policies.Tests.KeepAlive;

public sealed class IdleMemoryTests
{
    [Fact]
    public void The_lowest_priority_goes_first_of_equal_ones_the_one_added_first()
    {
        var memory = new IdleMemory<string>(double.PositiveInfinity);
        memory.Add("late", 2, 10);
        memory.Add("first", 1, 10);
        memory.Add("second", 1, 10);

        Assert.Equal(["first", "second", "late"], All(memory));
    }

    [Fact]
    public void What_was_removed_holds_nothing_and_goes_nowhere()
    {
        var memory = new IdleMemory<string>(15);
        var one = memory.Add("one", 1, 10);
        memory.Add("two", 2, 10);
        Assert.True(memory.IsOverBound);

        memory.Remove(one);

        Assert.False(memory.IsOverBound);
        Assert.Equal(["two"], All(memory));
    }

    [Fact]
    public void A_place_is_used_again_by_another()
    {
        var memory = new IdleMemory<string>(15);
        memory.Remove(memory.Add("one", 1, 10));

        Assert.Equal(0, memory.Add("two", 2, 10));
        Assert.Equal(["two"], All(memory));
    }

    [Fact]
    public void Nothing_held_is_nothing_after_any_number_of_roundings()
    {
        var memory = new IdleMemory<int>(0);
        for (var i = 0; i < 1000; i++) memory.Remove(memory.Add(i, 0, 0.1));

        Assert.False(memory.IsOverBound);
    }

    private static List<T> All<T>(IdleMemory<T> memory)
    {
        var all = new List<T>();
        while (memory.TryEvict(out var owner, out _)) all.Add(owner);
        return all;
    }
}
