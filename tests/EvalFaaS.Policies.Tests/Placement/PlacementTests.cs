namespace EvalFaaS.Policies.Tests.Placement;

public sealed class PlacementTests
{
    private static readonly PlacementRequest Request = new(0, 42, 100);

    [Fact]
    public void Spreading_takes_the_fewest_of_the_function_then_the_fewest_of_all() =>
        Assert.Equal(2, Place("spread", Node(1, instances: 1, ofFunction: 1), Node(2, instances: 9, ofFunction: 0), Node(3, instances: 3, ofFunction: 0)));

    [Fact]
    public void Packing_takes_the_fullest_that_fits() => Assert.Equal(1, Place("bin-pack", Node(1, used: 100), Node(2, used: 850), Node(3, used: 950)));

    [Theory]
    [InlineData(0.05, 0)]
    [InlineData(0.2, 1)]
    public void Locality_weighs_a_fetch_against_a_round_trip(double distance, int node) =>
        Assert.Equal(node, Place("locality:fetch=100ms", Node(1, artefact: true, distance: distance), Node(2, distance: 0)));

    [Fact]
    public void The_scarcest_resource_decides() =>
        Assert.Equal(2, Place("resource-aware", Node(1, used: 100, usedCpu: 3), Node(2, used: 800), Node(3, used: 400, usedCpu: 1)));

    public static TheoryData<string> Names => Policies.Names(PolicyKind.Placement);

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_a_node_that_is_alive_and_has_the_memory_is_taken(string name)
    {
        Assert.Equal(1, Place(name, Node(1, alive: false), Node(2), Node(3, used: 950)));
        Assert.Equal(-1, Place(name, Node(1, alive: false), Node(3, used: 950)));
        Assert.Equal(-1, Place(name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Placing_allocates_nothing(string name)
    {
        var policy = Policies.Make<IPlacementPolicy>(name, PolicyKind.Placement);
        PlacementNode[] nodes = [Node(1), Node(2), Node(3)];
        policy.Place(Request, nodes, 7);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) policy.Place(Request, nodes, (ulong)i);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static int Place(string spec, params PlacementNode[] nodes) => Policies.Make<IPlacementPolicy>(spec, PolicyKind.Placement).Place(Request, nodes, 3).Node;

    private static PlacementNode Node(ulong key, bool alive = true, double used = 0, double usedCpu = 0, int instances = 0, int ofFunction = 0, bool artefact = false, double distance = 0) =>
        new(key, alive, 1000, used, 4, usedCpu, instances, ofFunction, artefact, distance);
}
