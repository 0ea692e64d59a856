using CsCheck;
using EvalFaaS.Policies;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Tests.OneFunction;
using EvalFaaS.Simulator.Validation;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Tests.Cluster;

public sealed class ClusterPropertyTests
{
    private static readonly Gen<FunctionModel> Models = Gen.Select(Gen.Enum<RequestOrder>(), Gen.Int[1, 3], Gen.Int[1, 5], Gen.Int[0, 3], Gen.Double[0.1, 3])
        .Select((order, concurrency, most, queue, mean) => new FunctionModel
        {
            Order = order,
            Concurrency = concurrency,
            MaxInstances = most == 5 ? FunctionModel.Unlimited : most,
            QueueLimit = queue,
            Service = new ExponentialLaw(mean),
            ColdStart = ColdStart.Of(new UniformLaw(0, 1)),
        });

    /// <remarks>The two engines add times up in another order, so that times may differ in their last digits, and counts not at all.</remarks>
    [Fact]
    public void Both_engines_find_the_same_where_nothing_is_short() =>
        Gen.Select(Models, Gen.Double[0.05, 3], Gen.Double[0, 30], Gen.Bool, Gen.Long).Sample((model, rate, window, preWarm, seed) =>
        {
            var workload = RenewalWorkload.Poisson(rate);
            IKeepAlivePolicy Policy() => preWarm ? new WindowsKeepAlive(window / 4, window / 2, window) : Runs.Fixed(window);
            var one = Runs.Of(model, workload, Policy(), 300, 50, seed).Total;
            var cluster = Clusters.Run(new ClusterModel { Nodes = [Clusters.Endless], Functions = [new SimulatedFunction(model, workload)] }, Policy(), 350, 50, seed);
            Assert.Equal(
                (one.Arrivals, one.Cold, one.Completed, one.Rejected, one.Created, one.PreWarmed, one.Expired, one.InFlight, one.PeakInstances),
                (cluster.Arrivals, cluster.Cold, cluster.Completed, cluster.Rejected, cluster.Created, cluster.PreWarmed, cluster.Expired, cluster.InFlight, cluster.PeakInstances));
            Assert.Equal(one.IdleSeconds, cluster.IdleSeconds, 6);
            Assert.Equal(one.BusySeconds, cluster.BusySeconds, 6);
            Assert.Equal(one.SojournSeconds, cluster.SojournSeconds, 6);
        });

    [Fact]
    public void Whatever_fails_every_request_is_accounted_for() =>
        Gen.Select(Models, Models, Gen.Double[0.1, 2], Gen.Double[200, 1000], Gen.Double[0, 0.2], Gen.Int[1, 3], Gen.Long).Sample((a, b, rate, memory, fault, attempts, seed) =>
        {
            var model = new ClusterModel
            {
                Nodes = [new NodeModel("a", 1, memory, 100), new NodeModel("b", 2, memory, 50, 0.01)],
                Functions = [new(a with { ImageMiB = 50 }, RenewalWorkload.Poisson(rate)), new(b with { MemoryMiB = 200 }, new BurstWorkload([(3 * rate, 10), (0, 20)]))],
                Network = new ExponentialLaw(0.05),
                Failures = new FailureModel { NodeMeanUptime = 100, NodeMeanDowntime = 20, CrashProbability = fault, LossProbability = fault, Attempts = attempts },
            };
            var tally = Clusters.Run(model, Runs.Fixed(20), 300, 50, seed, null, () => new PowerOfTwoChoicesBalancer());
            Assert.Equal(0, tally.Lost);
            Assert.InRange(tally.LittleError, 0, 1e-9);
            Assert.Equal(Print(tally), Print(Clusters.Run(model, Runs.Fixed(20), 300, 50, seed, null, () => new PowerOfTwoChoicesBalancer())));
        });

    [Fact]
    public void Whatever_scaling_warm_up_and_admission_decide_every_request_is_accounted_for() =>
        Gen.Select(Models, Gen.Double[0.1, 2], Gen.Double[200, 1000], Gen.Int[0, 4], Gen.Int[0, 2], Gen.Bool, Gen.Long).Sample((a, rate, memory, scaling, admission, warmUp, seed) =>
        {
            var model = new ClusterModel
            {
                Nodes = [new NodeModel("a", 1, memory, 100) { PeerMiBPerSecond = 300 }, new NodeModel("b", 2, memory, 50, 0.01)],
                Functions = [new(a with { ImageMiB = 50, QueueLimit = 5, Deadline = 3 }, RenewalWorkload.Poisson(rate)), new(a with { MemoryMiB = 200, QueueLimit = 3 }, new BurstWorkload([(3 * rate, 10), (0, 20)]))],
                Failures = new FailureModel { NodeMeanUptime = 100, NodeMeanDowntime = 20, CrashProbability = 0.05, LossProbability = 0.05, Attempts = 2 },
            };
            ClusterPolicies Policies() => new(Runs.Fixed(20), new SpreadPlacement())
            {
                Scaling = scaling == 4 ? null : Made<IScalingPolicy>(((string[])["concurrency-target", "requests-target", "queue-lag", "cpu-memory"])[scaling], PolicyKind.Scaling),
                Admission = admission == 2 ? null : Made<IAdmissionPolicy>(((string[])["queue-bound:queue=4", "deadline-shedding"])[admission], PolicyKind.Admission),
                WarmUp = warmUp ? Made<IWarmUpPolicy>("scheduled-warm-up:schedule=* * * * *,length=20,instances=2", PolicyKind.WarmUp) : null,
            };
            Results.Tally Run() => ClusterSimulation.Run(model, _ => Policies(), new RunPlan { Seconds = 250, WarmUp = 50, Workers = 1, Seed = seed }).Total;
            var tally = Run();
            Assert.Equal(0, tally.Lost);
            Assert.InRange(tally.LittleError, 0, 1e-9);
            Assert.Equal(Print(tally), Print(Run()));
        });

    [Fact]
    public void Two_workers_find_what_one_finds()
    {
        var model = new ClusterModel { Nodes = [new NodeModel("n", 2, 1024)], Functions = [new(new FunctionModel(), RenewalWorkload.Poisson(1))] };
        string Run(int workers) => string.Join(' ', ClusterSimulation.Run(
            model, _ => new ClusterPolicies(Runs.Fixed(20), new SpreadPlacement()), new RunPlan { Seconds = 500, Replications = 6, Workers = workers }).Replications.Select(Print));
        Assert.Equal(Run(1), Run(2));
    }

    private static T Made<T>(string spec, PolicyKind kind) where T : class => PolicySpec.Parse(spec, kind).Make<T>();

    private static string Print(Results.Tally t) => FormattableString.Invariant($"{t.Arrivals} {t.Cold} {t.Completed} {t.Failed} {t.Retries} {t.Evicted} {t.SojournSeconds:r} {t.IdleSeconds:r}");
}
