using CsCheck;

namespace EvalFaaS.Policies.Tests.Placement;

public sealed class HashAffinityTests
{
    private static readonly Gen<ulong[]> Keys = Gen.ULong.Array[3, 12].Where(k => k.Distinct().Count() == k.Length);

    [Fact]
    public void A_node_that_goes_moves_only_its_own_functions() => Keys.Sample(keys =>
    {
        var gone = keys[0];
        for (ulong function = 0; function < 50; function++)
        {
            var before = Place("hash-affinity:slack=unbounded", function, keys);
            var after = Place("hash-affinity:slack=unbounded", function, keys[1..]);
            if (before != gone) Assert.Equal(before, after);
        }
    });

    [Fact]
    public void A_node_that_comes_takes_its_share_and_no_more()
    {
        var nodes = Enumerable.Range(1, 10).Select(i => (ulong)i).ToArray();
        var moved = Enumerable.Range(0, 10_000).Count(f => Place("hash-affinity:slack=unbounded", (ulong)f, nodes[..9]) != Place("hash-affinity:slack=unbounded", (ulong)f, nodes));

        // A tenth is 1000; five standard deviations of a binomial are 150.
        Assert.InRange(moved, 850, 1150);
    }

    [Fact]
    public void No_node_ever_exceeds_its_bound() => Gen.Select(Keys, Gen.ULong[0, 5].Array[1, 100], Gen.Double[0.01, 1]).Sample((keys, functions, slack) =>
    {
        var policy = new HashAffinityPlacement(new HashAffinityOptions { Slack = slack });
        var nodes = keys.Select(k => new PlacementNode(k, true, 1e6)).ToArray();
        for (var i = 0; i < functions.Length; i++)
        {
            var at = policy.Place(new PlacementRequest(0, functions[i], 1), nodes, 0).Node;
            nodes[at] = nodes[at] with { Instances = nodes[at].Instances + 1 };
            Assert.True(nodes[at].Instances <= Math.Ceiling((1 + slack) * (i + 1) / nodes.Length));
        }
    });

    [Fact]
    public void A_node_passed_over_is_named_in_the_decision()
    {
        var policy = new HashAffinityPlacement(new HashAffinityOptions());
        PlacementNode[] nodes = [new(1, true, 1000), new(2, true, 1000)];
        var first = policy.Place(new PlacementRequest(0, 7, 1), nodes, 0);
        nodes[first.Node] = nodes[first.Node] with { Instances = 10 };
        var second = policy.Place(new PlacementRequest(0, 7, 1), nodes, 0);

        Assert.Equal((PlacementReason.Hash, PlacementReason.HashBounded, 1 - first.Node, 1), (first.Reason, second.Reason, second.Node, second.A));
    }

    private static ulong Place(string spec, ulong function, ulong[] keys) =>
        keys[Policies.Make<IPlacementPolicy>(spec, PolicyKind.Placement).Place(new PlacementRequest(0, function, 1), [.. keys.Select(k => new PlacementNode(k, true, 1000))], 0).Node];
}
