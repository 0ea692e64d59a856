using EvalFaaS.Policies;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Tests.OneFunction;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Tests.Cluster;

/// <summary>Small courses of events whose outcome is counted by hand.</summary>
public sealed class ClusterRunTests
{
    [Fact]
    public void Invocations_share_a_nodes_cpu_equally()
    {
        var model = new ClusterModel { Nodes = [new NodeModel("n", 1, 1024)], Functions = [Clusters.At(new FunctionModel(), [0, 1], 2)] };
        // The first is alone until 1, then both get half: the first ends at 3, the second, alone again, at 4.
        var tally = Clusters.Run(model, Runs.Fixed(100), 10);
        Assert.Equal(3 + 3, tally.SojournSeconds, 9);
        Assert.Equal(2, tally.Completed);
    }

    [Fact]
    public void Images_come_one_after_the_other_and_once()
    {
        var functions = new[] { 0, 0.5, 20 }.Select(t => Clusters.At(new FunctionModel { ImageMiB = 10 }, [t], 1)).ToArray();
        functions[2] = Clusters.At(new FunctionModel { ImageMiB = 10 }, [20, 30], 1);
        var model = new ClusterModel { Nodes = [new NodeModel("n", 4, 4096, 5)], Functions = functions };
        // 2 s each: the second waits for the first's, from 0.5 until 4; the third waits 2 s at first, and its next instance finds it.
        var tally = Clusters.Run(model, new NoKeepAlive(), 40);
        Assert.Equal(2 + 3.5 + 2 + 0, tally.WaitSeconds, 9);
    }

    [Fact]
    public void An_idle_instance_makes_room_for_one_that_is_needed()
    {
        var small = new FunctionModel { MemoryMiB = 600 };
        var model = new ClusterModel { Nodes = [new NodeModel("n", 4, 1000)], Functions = [Clusters.At(small, [0, 10], 1), Clusters.At(small, [5], 1)] };
        var tally = Clusters.Run(model, Runs.Fixed(100), 20);
        Assert.Equal((3, 2), (tally.Cold, tally.Evicted));
    }

    [Fact]
    public void Who_finds_no_memory_waits_for_it()
    {
        var model = new ClusterModel
        {
            Nodes = [new NodeModel("n", 4, 1000)],
            Functions = [Clusters.At(new FunctionModel { MemoryMiB = 600 }, [0], 4), Clusters.At(new FunctionModel { MemoryMiB = 600, QueueLimit = 1 }, [1, 2], 1)],
        };
        var tally = Clusters.Run(model, Runs.Fixed(100), 20);
        Assert.Equal((1, 2), (tally.Rejected, tally.Completed));
        Assert.Equal(3, tally.WaitSeconds, 9);
    }

    [Fact]
    public void A_policy_bounds_the_memory_of_all_idle_instances()
    {
        var function = new FunctionModel { MemoryMiB = 100 };
        var model = new ClusterModel { Nodes = [Clusters.Endless], Functions = [Clusters.At(function, [0, 10], 1), Clusters.At(function, [2], 1), Clusters.At(function, [4], 1)] };
        var policy = PolicySpec.Parse("lru:memory=250MiB", PolicyKind.KeepAlive).Make<IKeepAlivePolicy>();
        // At 5 the third becomes idle, and the first, idle longest, goes.
        var tally = Clusters.Run(model, policy, 10.5);
        Assert.Equal((4, 1), (tally.Cold, tally.Evicted));
    }

    [Fact]
    public void A_request_is_tried_again_when_its_instance_dies()
    {
        var model = new ClusterModel
        {
            Nodes = [Clusters.Endless],
            Functions = [Clusters.At(new FunctionModel(), [0], 1)],
            Failures = new FailureModel { CrashProbability = 1, Attempts = 3, RetryDelay = 1 },
        };
        var tally = Clusters.Run(model, Runs.Fixed(100), 100);
        Assert.Equal((2, 1, 0, 3), (tally.Retries, tally.Failed, tally.Completed, tally.Created));
    }

    [Fact]
    public void The_way_to_a_node_and_through_the_network_takes_its_time()
    {
        var model = new ClusterModel
        {
            Nodes = [new NodeModel("far", 4, 1024, DistanceSeconds: 0.25)],
            Functions = [Clusters.At(new FunctionModel(), [0], 1)],
            Network = new ConstantLaw(0.5),
        };
        Assert.Equal(1.75, Clusters.Run(model, Runs.Fixed(100), 10).SojournSeconds, 9);
    }

    [Fact]
    public void Spread_uses_all_nodes_and_bin_pack_one()
    {
        var model = new ClusterModel { Nodes = [new NodeModel("a", 1, 1024), new NodeModel("b", 1, 1024)], Functions = [Clusters.At(new FunctionModel(), [0, 0], 1)] };
        Assert.Equal(1 + 1, Clusters.Run(model, Runs.Fixed(100), 10).SojournSeconds, 9);
        Assert.Equal(2 + 2, Clusters.Run(model, Runs.Fixed(100), 10, placement: new BinPackPlacement()).SojournSeconds, 9);
    }

    [Fact]
    public void A_cluster_that_cannot_be_stable_or_hold_a_function_is_refused()
    {
        var function = new SimulatedFunction(new FunctionModel { Name = "f", MemoryMiB = 2000 }, RenewalWorkload.Poisson(3));
        Assert.Contains("3 CPUs busy", Assert.Throws<UnstableException>(() => Clusters.Run(new ClusterModel { Nodes = [new NodeModel("n", 2, double.PositiveInfinity)], Functions = [function] }, Runs.Fixed(1), 10)).Message, StringComparison.Ordinal);
        Assert.Contains("the largest node has 1000 MiB", Assert.Throws<ArgumentException>(() => Clusters.Run(new ClusterModel { Nodes = [new NodeModel("n", 4, 1000)], Functions = [function] }, Runs.Fixed(1), 10)).Message, StringComparison.Ordinal);
    }
}
