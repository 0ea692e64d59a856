using CsCheck;

namespace EvalFaaS.Policies.Tests.Scaling;

/// <summary>What must hold for any scaling policy.</summary>
public sealed class EveryScalingTests
{
    private static readonly Gen<(double Load, double Use, int Ready)[]> Loads =
        Gen.Select(Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 5], Gen.Double[0, 500]), Gen.Double[0, 1], Gen.Int[0, 40]).Array[1, 80];

    public static TheoryData<string> Names => Policies.Names(PolicyKind.Scaling);

    [Theory]
    [MemberData(nameof(Names))]
    public void Targets_lie_within_the_bounds_and_the_rates(string name) => Loads.Sample(loads => Assert.All(Decisions($"{name}:min-instances=2,max-instances=30,max-up-rate=3,max-down-rate=4,down-delay=0", loads), d =>
    {
        Assert.InRange(d.Target, 2, 30);
        var from = Math.Max(1, d.Ready);
        if (d.Reason is ScaleReason.PanicHeld or ScaleReason.NoData) return;
        Assert.True(d.Target <= Math.Max(2, 3 * from) || d.Bounds.HasFlag(ScaleBound.Initial) || d.Reason == ScaleReason.Panic, d.Explain());
        Assert.True(d.Target >= Math.Min(30, from / 4), d.Explain());
    }));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_load_gives_the_same_decisions(string name) => Loads.Sample(loads => Assert.Equal(Decisions(name, loads), Decisions(name, loads)));

    [Theory]
    [MemberData(nameof(Names))]
    public void More_load_never_asks_for_fewer(string name) => Gen.Select(Gen.Double[0, 100], Gen.Double[0, 100], Gen.Int[1, 20]).Sample((load, more, ready) =>
        Assert.True(Decisions(name, [(load, load / 200, ready)])[0].Wanted <= Decisions(name, [(load + more, (load + more) / 200, ready)])[0].Wanted));

    [Theory]
    [MemberData(nameof(Names))]
    public void Deciding_allocates_nothing(string name)
    {
        var policy = Policies.Make<IScalingPolicy>(name, PolicyKind.Scaling);
        policy.Describe(0, new FunctionTraits());
        Run(policy, 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(policy, 1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Run(IScalingPolicy policy, int times)
    {
        for (var i = 0; i < times; i++)
        {
            policy.Observe(0, new LoadSample(i, i % 7, i % 5));
            policy.Decide(0, i, i % 3);
        }
    }

    private static List<ScaleDecision> Decisions(string spec, (double Load, double Use, int Ready)[] loads)
    {
        var policy = Policies.Make<IScalingPolicy>(spec, PolicyKind.Scaling);
        policy.Describe(0, new FunctionTraits());
        var decisions = new List<ScaleDecision>();
        for (var i = 0; i < loads.Length; i++)
        {
            policy.Observe(0, new LoadSample(2 * i, loads[i].Load, loads[i].Load, (int)loads[i].Load, 0, loads[i].Use, loads[i].Use));
            decisions.Add(policy.Decide(0, 2 * i, loads[i].Ready));
        }

        return decisions;
    }
}
