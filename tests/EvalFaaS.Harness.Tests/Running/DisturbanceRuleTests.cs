using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Tests.Running;

public sealed class DisturbanceRuleTests
{
    private const long Second = 1_000_000_000;
    private static readonly DisturbanceLimits Limits = new() { Slowdown = 1.3, WakeDelay = TimeSpan.FromMilliseconds(5), Steal = 0.02 };

    [Fact]
    public void A_quiet_block_is_kept_with_what_was_seen()
    {
        var block = Judge([.. Enumerable.Repeat(Probe(cpu: 101, memory: 210, delay: 40_000), 20)]);

        Assert.Null(block.Disturbed);
        Assert.Equal((1.01, 1.05, 40_000L, 0.0), (block.CpuSlowdown, block.MemorySlowdown, block.WakeDelayNs, block.StealShare));
    }

    [Fact]
    public void One_slow_look_disturbs_nothing_and_half_of_them_do()
    {
        var quiet = Enumerable.Repeat(Probe(cpu: 100), 10);

        Assert.Null(Judge([.. quiet, Probe(cpu: 10_000)]).Disturbed);
        Assert.Contains("CPU work took 1.40 times", Judge([.. quiet, .. Enumerable.Repeat(Probe(cpu: 140), 12)]).Disturbed);
    }

    [Theory]
    [InlineData(100, 300, 0, 0, "memory work took 1.50 times")]
    [InlineData(100, 200, 6_000_000, 0, "woken 6.0 ms late")]
    [InlineData(100, 200, 0, Second, "hypervisor took")]
    public void Each_limit_is_said_by_its_name(long cpu, long memory, long delay, long steal, string said) =>
        Assert.Contains(said, Judge([.. Enumerable.Repeat(Probe(cpu, memory, delay), 5)], steal).Disturbed);

    [Fact]
    public void The_generators_core_is_not_asked() =>
        Assert.Null(Judge([Probe(), Probe(cpu: 100_000) with { Core = MachineProbe.Generator }, Probe(cpu: 100_000) with { Core = MachineProbe.Generator }]).Disturbed);

    private static BlockRow Judge(IReadOnlyList<ProbeRow> probes, long steal = 0) =>
        new DisturbanceRule(Limits, [.. Enumerable.Repeat(Probe(), 15)]).Judge(new BlockRow { Run = "r", Number = 1, BeginNs = 0, DurationNs = Second }, probes, steal);

    private static ProbeRow Probe(long cpu = 100, long memory = 200, long delay = 50_000) =>
        new() { Run = "r", Block = 1, Trial = 1, Core = MachineProbe.Target, AtNs = 0, CpuNs = cpu, MemoryNs = memory, WakeDelayNs = delay, ClockStepNs = 20 };
}
