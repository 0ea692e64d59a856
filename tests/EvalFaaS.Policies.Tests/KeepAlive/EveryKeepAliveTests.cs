using CsCheck;

namespace EvalFaaS.Policies.Tests.KeepAlive;

/// <summary>What must hold for any keep-alive policy.</summary>
public sealed class EveryKeepAliveTests
{
    // Function, gap before the arrival, how long it runs.
    private static readonly Gen<(int Function, double Gap, double Run)[]> Histories =
        Gen.Select(Gen.Int[0, 3], Gen.OneOf(Gen.Double[0, 5], Gen.Double[0, 2000], Gen.Double[10_000, 40_000]), Gen.Double[0, 10]).Array[1, 60];

    public static TheoryData<string> Names => Policies.Names(PolicyKind.KeepAlive);

    [Theory]
    [MemberData(nameof(Names))]
    public void Windows_are_in_order_and_never_negative(string name) => Histories.Sample(history => Assert.All(Decisions(name, history), d =>
    {
        Assert.True(d.UnloadAfter >= 0 && d.UnloadAfter <= d.PreWarmAt && d.PreWarmAt <= d.KeepUntil, d.Explain());
        Assert.True(d.ReviewAfter > 0);
        Assert.False(double.IsNaN(d.Priority));
    }));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_history_gives_the_same_decisions(string name) =>
        Histories.Sample(history => Assert.Equal(Decisions(name, history), Decisions(name, history)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Deciding_allocates_nothing(string name)
    {
        var policy = Policies.KeepAlive(name);
        for (var f = 0; f < 4; f++) policy.Describe(f, new FunctionTraits());
        Run(policy, 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(policy, 10_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Run(IKeepAlivePolicy policy, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            policy.Arrived(new ArrivalEvent(i % 4, i * 7));
            var decision = policy.Idle(new IdleEvent(i % 4, i * 7 + 1));
            policy.Evicted(i % 4, decision.Priority);
        }
    }

    private static List<KeepDecision> Decisions(string name, (int Function, double Gap, double Run)[] history)
    {
        var policy = Policies.KeepAlive(name);
        for (var f = 0; f < 4; f++) policy.Describe(f, new FunctionTraits(64 * (f + 1), 0.1 * (f + 1)));
        var now = 0.0;
        var decisions = new List<KeepDecision>();
        foreach (var (function, gap, run) in history)
        {
            now += gap;
            policy.Arrived(new ArrivalEvent(function, now));
            now += run;
            decisions.Add(policy.Idle(new IdleEvent(function, now)));
            decisions.Add(policy.Review(new IdleEvent(function, now + 30, IdleFor: 30)));
            policy.Evicted(function, decisions[^1].Priority);
            now += 30;
        }

        return decisions;
    }
}
