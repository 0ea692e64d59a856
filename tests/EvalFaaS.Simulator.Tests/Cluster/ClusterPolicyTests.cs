using EvalFaaS.Policies;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Tests.OneFunction;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Tests.Cluster;

/// <summary>Policies of scaling, warm-up and admission, counted by hand.</summary>
public sealed class ClusterPolicyTests
{
    [Fact]
    public void Scaling_says_how_many_instances_there_are_and_calls_wait_for_them()
    {
        // Six calls at a time for a minute; one instance until the autoscaler has seen them.
        var function = Clusters.At(new FunctionModel { QueueLimit = 1000 }, [.. Enumerable.Range(0, 60).SelectMany(s => Enumerable.Repeat(20.0 + s, 6))], 0.9);
        var tally = Run(function, 400, scaling: "concurrency-target:target=1,utilisation=1,panic-threshold=2");
        Assert.Equal((360, 0), (tally.Completed, tally.Rejected));
        // Not one instance a call, since calls wait; and all are gone long after the last.
        Assert.InRange(tally.PeakInstances, 6, 100);
        Assert.InRange(tally.IdleSeconds, 1, 0.5 * 400 * tally.PeakInstances);
        Assert.True(tally.WaitSeconds > 0);
    }

    [Fact]
    public void A_function_that_was_scaled_to_zero_gets_its_first_instance_at_once()
    {
        var tally = Run(Clusters.At(new FunctionModel { QueueLimit = 10 }, [301, 303, 310], 0.5), 400, scaling: "concurrency-target");
        Assert.Equal((3, 1), (tally.Completed, tally.Cold));
        Assert.Equal(0, tally.WaitSeconds, 9);
    }

    [Fact]
    public void Instances_never_pass_what_scaling_allows()
    {
        var tally = Run(Clusters.At(new FunctionModel { QueueLimit = 1000 }, [.. Enumerable.Range(0, 50).Select(_ => 10.0)], 1), 400, scaling: "concurrency-target:max-instances=3");
        Assert.Equal((50, 3), (tally.Completed, tally.PeakInstances));
    }

    [Fact]
    public void Warm_up_has_instances_ready_before_the_window_and_keeps_them_for_it()
    {
        // From 08:00 on, second 28,800, for ten minutes, two instances; made ready a minute before.
        var function = Clusters.At(new FunctionModel { ColdStart = ColdStart.Of(new ConstantLaw(2)) }, [28_810, 28_810, 29_300, 30_000], 1);
        var tally = Run(function, 40_000, keepAlive: "none", warmUp: "scheduled-warm-up:instances=2,length=600,ahead=60");
        Assert.Equal((4, 1, 2), (tally.Completed, tally.Cold, tally.PreWarmed));
        // From a minute before the window to its end, but for the three seconds in which they work.
        Assert.Equal(2 * 660 - 3, tally.IdleSeconds, 6);
    }

    [Fact]
    public void Admission_refuses_what_would_be_answered_too_late()
    {
        var model = new FunctionModel { Service = new ConstantLaw(1), MaxInstances = 1, Deadline = 2.5 };
        var function = Clusters.At(model, [0, 0.1, 0.2, 0.3], 1);
        // The first runs until 1, the second until 2; the third would be answered at 3 and the fourth at 4.
        var tally = Run(function, 10, admission: "deadline-shedding");
        Assert.Equal((2, 2), (tally.Completed, tally.Rejected));
        Assert.Equal((4, 0), (Run(function, 10, admission: "queue-bound:queue=3").Completed, Run(function, 10, admission: "queue-bound:queue=3").Rejected));
        Assert.Equal((2, 2), (Run(function, 10, admission: "queue-bound:queue=1").Completed, Run(function, 10, admission: "queue-bound:queue=1").Rejected));
    }

    [Fact]
    public void An_image_comes_from_a_neighbour_that_has_it_and_who_comes_meanwhile_waits_for_the_rest()
    {
        var model = new ClusterModel
        {
            Nodes = [new NodeModel("a", 4, 1024, 1) { PeerMiBPerSecond = 10 }, new NodeModel("b", 4, 1024, 1) { PeerMiBPerSecond = 10 }],
            Functions = [Clusters.At(new FunctionModel { ImageMiB = 10 }, [0, 20, 20, 20.5, 20.5], 5)],
        };
        // From the registry 10 s. Of the two at 20 one is on the other node, which gets it from the first in 1 s; so is one of the two at 20.5, when half of that is left.
        var tally = Clusters.Run(model, new NoKeepAlive(), 100);
        Assert.Equal(10 + 1 + 0.5, tally.WaitSeconds, 9);
    }

    [Fact]
    public void What_a_request_carries_takes_its_time()
    {
        var model = new ClusterModel { Nodes = [new NodeModel("n", 4, 1024) { PayloadMiBPerSecond = 4 }], Functions = [Clusters.At(new FunctionModel { PayloadMiB = 2 }, [0], 1)] };
        Assert.Equal(1.5, Clusters.Run(model, Runs.Fixed(100), 10).SojournSeconds, 9);
    }

    [Fact]
    public void What_is_charged_is_rounded_as_the_platform_does()
    {
        var tally = Runs.Of(new FunctionModel { Billing = new Billing(0.5, 2, 256) }, new RecordedWorkload([0, 10, 20], [0.1, 2.1, 3]), Runs.Fixed(60), 100).Total;
        Assert.Equal(256 * (2 + 2.5 + 3), tally.BilledMiBSeconds, 9);
    }

    private static Tally Run(SimulatedFunction function, double end, string keepAlive = "none", string? scaling = null, string? warmUp = null, string? admission = null)
    {
        var model = new ClusterModel { Nodes = [Clusters.Endless], Functions = [function] };
        var tally = ClusterSimulation.Run(
            model,
            _ => new ClusterPolicies(Made<IKeepAlivePolicy>(keepAlive, PolicyKind.KeepAlive)!, new SpreadPlacement())
            {
                Scaling = Made<IScalingPolicy>(scaling, PolicyKind.Scaling),
                WarmUp = Made<IWarmUpPolicy>(warmUp, PolicyKind.WarmUp),
                Admission = Made<IAdmissionPolicy>(admission, PolicyKind.Admission),
            },
            new RunPlan { Seconds = end, Workers = 1 }).Total;
        Assert.Equal(0, tally.Lost);
        return tally;
    }

    private static T? Made<T>(string? spec, PolicyKind kind) where T : class => spec is null ? null : PolicySpec.Parse(spec, kind).Make<T>();
}
