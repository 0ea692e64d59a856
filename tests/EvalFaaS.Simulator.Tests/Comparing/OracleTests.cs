using CsCheck;
using EvalFaaS.Policies;
using EvalFaaS.Simulator.Comparing;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Streams;
using EvalFaaS.Simulator.Tests.OneFunction;
using EvalFaaS.Simulator.Validation;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Tests.Comparing;

/// <summary>The oracle as the lower bound of what only keeps and unloads, with any number of instances at a time.</summary>
public sealed class OracleTests
{
    private static readonly RunPlan Plan = new() { Seconds = 600, Workers = 1 };

    private static readonly Gen<SimulatedFunction> Functions =
        Gen.Select(Gen.Enum<RequestOrder>(), Gen.Double[0.05, 3], Gen.Double[0.1, 20], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Double[16, 1024]).Select((order, rate, mean, law, kind, memory) => new SimulatedFunction(
            new FunctionModel { Order = order, MemoryMiB = memory, Service = law switch { 0 => new ExponentialLaw(mean), 1 => new ConstantLaw(mean), _ => LognormalLaw.Of(mean, 4) } },
            kind switch { 0 => RenewalWorkload.Poisson(rate), 1 => new RenewalWorkload(new UniformLaw(0, 2 / rate)), _ => new BurstWorkload([(4 * rate, 10), (0, 60)]) }));

    private static readonly Gen<Func<StreamFamily, IKeepAlivePolicy>> Others = Gen.Select(Gen.Double[0, 300], Gen.Int[0, 3]).Select((window, kind) => kind switch
    {
        0 => _ => Runs.Fixed(window),
        1 => _ => Runs.Fixed(1e5),
        2 => _ => new NoKeepAlive(),
        _ => (Func<StreamFamily, IKeepAlivePolicy>)(streams => new RandomKeepAlive(new ExponentialLaw(window + 1), streams.Of(StreamPurpose.Policy))),
    });

    [Fact]
    public void No_policy_that_only_keeps_and_unloads_costs_less_at_the_oracles_price() =>
        Gen.Select(Functions.Array[1, 3], Others, Gen.Double[1, 300], Gen.Long).Sample((functions, other, patience, seed) =>
        {
            var (oracle, rival) = (Oracle(functions, patience, seed), PolicyRun.Run(functions, (_, s) => other(s), Plan with { Seed = seed }).Total);
            double Cost(Tally t) => 128 * patience * t.Cold + t.IdleMiBSeconds;
            Assert.True(Cost(oracle) <= Cost(rival) * (1 + 1e-9), FormattableString.Invariant($"{Cost(oracle)} against {Cost(rival)}"));
            // So at no more memory nobody has fewer cold starts.
            if (rival.IdleMiBSeconds <= oracle.IdleMiBSeconds) Assert.True(oracle.Cold <= rival.Cold);
        });

    [Fact]
    public void A_burst_that_comes_again_finds_as_many_instances_as_it_needs()
    {
        var function = new SimulatedFunction(new FunctionModel(), new RecordedWorkload([0, 0.1, 0.2, 100, 100.1, 100.2, 900], [1, 1, 1, 1, 1, 1, 1]));
        var oracle = Oracle([function], 200, 1);
        Assert.Equal((3, 3 * 99), (oracle.Cold, Math.Round(oracle.IdleMiBSeconds / 128, 6)));
    }

    [Fact]
    public void A_call_at_the_very_end_of_another_finds_its_instance()
    {
        var function = new SimulatedFunction(new FunctionModel(), new RecordedWorkload([0, 1, 2, 3], [1, 1, 1, 1]));
        Assert.Equal((1, 0.0), (Oracle([function], 200, 1).Cold, Oracle([function], 200, 1).IdleMiBSeconds));
    }

    [Fact]
    public void Calls_that_take_no_time_do_not_wait_for_themselves()
    {
        var function = new SimulatedFunction(new FunctionModel(), new RecordedWorkload([5, 5.5], [0, 0]));
        Assert.Equal((1, 0.5), (Oracle([function], 200, 1).Cold, Math.Round(Oracle([function], 200, 1).IdleMiBSeconds / 128, 6)));
    }

    private static Tally Oracle(IReadOnlyList<SimulatedFunction> functions, double patience, long seed)
    {
        var spec = PolicySpec.Parse(FormattableString.Invariant($"oracle:patience={patience:r}s"), PolicyKind.KeepAlive);
        var plan = Plan with { Seed = seed };
        return PolicyRun.Run(functions, (number, s) => spec.Make<IKeepAlivePolicy>(new PolicySurroundings { Future = new NextArrivals(functions[number], number, s, plan.End) }), plan).Total;
    }
}
