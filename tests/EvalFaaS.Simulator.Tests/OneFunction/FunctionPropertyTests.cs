using CsCheck;
using EvalFaaS.Policies;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Streams;
using EvalFaaS.Simulator.Validation;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Tests.OneFunction;

/// <summary>What holds whatever is simulated.</summary>
public sealed class FunctionPropertyTests
{
    private static readonly Gen<FunctionModel> Models = Gen.Select(Gen.Enum<RequestOrder>(), Gen.Int[1, 4], Gen.Int[1, 6], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Double[0.1, 5])
        .Select((order, concurrency, most, queue, law, mean) => new FunctionModel
        {
            Order = order,
            Concurrency = concurrency,
            MaxInstances = most == 6 ? FunctionModel.Unlimited : most,
            QueueLimit = queue,
            Service = QueueCases(mean)[law],
            ColdStart = ColdStart.Of(new UniformLaw(0, 1)),
        });

    private static readonly Gen<Workload> Workloads = Gen.Select(Gen.Double[0.05, 3], Gen.Int[0, 2]).Select((rate, kind) => kind switch
    {
        0 => (Workload)RenewalWorkload.Poisson(rate),
        1 => new RenewalWorkload(new ConstantLaw(1 / rate)),
        _ => new BurstWorkload([(3 * rate, 20), (0, 40)]),
    });

    private static readonly Gen<Func<StreamFamily, IKeepAlivePolicy>> Policies = Gen.Select(Gen.Double[0, 60], Gen.Int[0, 2]).Select((window, kind) => kind switch
    {
        0 => _ => Runs.Fixed(window),
        1 => _ => new WindowsKeepAlive(window / 4, window / 2, window),
        _ => (Func<StreamFamily, IKeepAlivePolicy>)(streams => new RandomKeepAlive(new ExponentialLaw(window + 1), streams.Of(StreamPurpose.Policy))),
    });

    [Fact]
    public void Whatever_arrives_is_served_rejected_or_in_flight_and_littles_law_holds() =>
        Gen.Select(Models, Workloads, Policies, Gen.Double[0, 100]).Sample((model, workload, policy, warmUp) =>
        {
            var tally = FunctionSimulation.Run(model, workload, policy, new RunPlan { Seconds = 400, WarmUp = warmUp, Workers = 1 }).Total;
            Assert.Equal(0, tally.Lost);
            Assert.InRange(tally.LittleError, 0, 1e-9);
            Assert.InRange(tally.Cold, 0, tally.Arrivals);
            Assert.Equal(400, tally.Occupancy.Sum(), 6);
        });

    [Fact]
    public void One_seed_gives_one_result() =>
        Gen.Select(Models, Workloads, Policies, Gen.Long).Sample((model, workload, policy, seed) =>
        {
            var plan = new RunPlan { Seconds = 200, Workers = 1, Seed = seed };
            Assert.Equal(Print(FunctionSimulation.Run(model, workload, policy, plan)), Print(FunctionSimulation.Run(model, workload, policy, plan)));
        });

    [Fact]
    public void Two_workers_find_what_one_finds()
    {
        var model = new FunctionModel { ColdStart = ColdStart.Of(new ExponentialLaw(0.3)) };
        var plan = new RunPlan { Seconds = 3000, Replications = 8, Workers = 1 };
        var one = FunctionSimulation.Run(model, RenewalWorkload.Poisson(1), _ => Runs.Fixed(30), plan);
        var two = FunctionSimulation.Run(model, RenewalWorkload.Poisson(1), _ => Runs.Fixed(30), plan with { Workers = 2 });
        Assert.Equal(Print(one), Print(two));
    }

    [Fact]
    public void Another_seed_gives_another_result()
    {
        var plan = new RunPlan { Seconds = 3000, Workers = 1 };
        Tally Run(long seed) => FunctionSimulation.Run(new FunctionModel(), RenewalWorkload.Poisson(1), _ => Runs.Fixed(30), plan with { Seed = seed }).Total;
        Assert.NotEqual(Run(1).SojournSeconds, Run(2).SojournSeconds);
    }

    /// <remarks>With the most recently used first, the instances that a short window keeps are always the newest of those that a longer one keeps, so that this holds for each course of events, not only on average.</remarks>
    [Fact]
    public void A_longer_window_never_makes_more_calls_cold() =>
        Gen.Select(Workloads, Gen.Double[0, 60], Gen.Double[0, 60], Gen.Long).Sample((workload, window, more, seed) =>
        {
            var model = new FunctionModel { Order = RequestOrder.MostRecentlyUsed };
            var plan = new RunPlan { Seconds = 500, Workers = 1, Seed = seed };
            long Cold(double w) => FunctionSimulation.Run(model, workload, _ => Runs.Fixed(w), plan).Total.Cold;
            Assert.True(Cold(window + more) <= Cold(window));
        });

    [Fact]
    public void The_inner_loop_allocates_nothing()
    {
        long Allocated(double seconds)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Runs.Of(new FunctionModel { ColdStart = ColdStart.Of(new ExponentialLaw(0.3)) }, RenewalWorkload.Poisson(1), Runs.Fixed(30), seconds);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(10_000);
        Assert.Equal(Allocated(10_000), Allocated(100_000));
    }

    private static Law[] QueueCases(double mean) => [new ExponentialLaw(mean), new ConstantLaw(mean), LognormalLaw.Of(mean, 2)];

    private static string Print(SimulationResult result) =>
        string.Join('\n', result.Replications.Select(t => FormattableString.Invariant($"{t.Arrivals} {t.Cold} {t.Rejected} {t.SojournSeconds:r} {t.IdleSeconds:r} {t.BusySeconds:r} {t.Latency.Quantile(0.9):r}")));
}
