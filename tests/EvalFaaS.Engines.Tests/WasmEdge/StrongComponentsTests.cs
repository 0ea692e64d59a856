using EvalFaaS.Engines.WasmEdge;

namespace EvalFaaS.Engines.Tests.WasmEdge;

public sealed class StrongComponentsTests
{
    [Fact]
    public void A_chain_is_in_no_cycle() => Assert.Equal([false, false, false], Of([1], [2], []));

    [Fact]
    public void A_node_that_follows_itself_is_in_a_cycle() => Assert.Equal([false, true], Of([1], [1]));

    [Fact]
    public void All_nodes_of_a_ring_are_in_a_cycle_and_those_before_and_behind_it_are_not() =>
        Assert.Equal([false, true, true, true, false], Of([1], [2], [3], [1, 4], []));

    [Fact]
    public void A_ring_entered_in_the_middle_of_another_search_is_found() =>
        Assert.Equal([true, true, true, false], Of([1, 3], [2], [0], []));

    [Fact]
    public void Two_rings_that_only_one_way_joins_are_two_components()
    {
        var components = StrongComponents.Cycles([[1], [0, 2], [3], [2]]);

        Assert.NotEqual(components[0], components[2]);
    }

    [Fact]
    public void A_long_chain_takes_no_stack()
    {
        const int length = 1_000_000;
        var chain = Enumerable.Range(0, length).Select(i => i + 1 < length ? new List<int> { i + 1 } : []).ToArray();

        Assert.All(StrongComponents.Cycles(chain), component => Assert.Equal(0, component));
    }

    private static bool[] Of(params int[][] successors) => [.. StrongComponents.Cycles([.. successors.Select(s => s.ToList())]).Select(component => component != 0)];
}
