using CsCheck;

namespace EvalFaaS.Policies.Tests.KeepAlive;

public sealed class MemoryBoundTests
{
    private static readonly Gen<int[]> Calls = Gen.Int[0, 9].Array[1, 300];

    [Fact]
    public void With_instances_of_one_size_more_memory_never_means_more_cold_starts_by_least_recent_use() =>
        Gen.Select(Calls, Gen.Int[1, 9]).Sample((calls, instances) =>
            Assert.True(Run("lru", calls, Equal, instances + 1).ColdStarts <= Run("lru", calls, Equal, instances).ColdStarts));

    [Theory]
    [InlineData("lru")]
    [InlineData("greedy-dual")]
    public void Memory_for_all_evicts_nothing_and_each_function_is_cold_once(string policy) => Calls.Sample(calls =>
    {
        var node = Run(policy, calls, Different, Different.Sum(f => f.MemoryMiB));
        Assert.Equal((0, calls.Distinct().Count()), (node.Evictions, node.ColdStarts));
    });

    [Theory]
    [InlineData("lru")]
    [InlineData("greedy-dual")]
    [InlineData("fixed")]
    [InlineData("hybrid-histogram")]
    public void Each_call_is_warm_or_cold_each_eviction_had_a_cold_start_and_memory_stays_within_its_bound(string policy) =>
        Gen.Select(Calls, Gen.Double[10, 40]).Sample((calls, memory) =>
        {
            var node = Run(policy, calls, Different, memory);
            Assert.Equal(calls.Length, node.Hits + node.ColdStarts);
            Assert.True(node.Evictions <= node.ColdStarts);
            Assert.True(node.MostUsed <= memory);
        });

    [Fact]
    public void The_bound_of_the_policy_holds_as_the_machine_s_does()
    {
        int[] calls = [0, 1, 2, 0, 1, 2];
        Assert.Equal(6, new[] { Run("lru:memory=2", calls, Equal, 100) }.Single().ColdStarts);
    }

    [Fact]
    public void With_equal_cost_size_and_frequency_greedy_dual_takes_the_one_idle_longest()
    {
        int[] calls = [0, 1, 2, 3, 4, 5];
        Assert.Equal(Run("lru", calls, Equal, 3).Evicted, Run("greedy-dual", calls, Equal, 3).Evicted);
    }

    private static FunctionTraits[] Equal { get; } = [.. Enumerable.Repeat(new FunctionTraits(1, 1), 10)];

    private static FunctionTraits[] Different { get; } = [.. Enumerable.Range(1, 10).Select(i => new FunctionTraits(i, 11 - i))];

    private static OneNode Run(string policy, int[] calls, FunctionTraits[] functions, double memory)
    {
        var node = new OneNode(Policies.KeepAlive(policy), functions, memory);
        for (var i = 0; i < calls.Length; i++) node.Call(calls[i], i);
        return node;
    }
}
