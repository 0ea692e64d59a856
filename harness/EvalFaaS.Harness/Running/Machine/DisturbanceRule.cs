using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Statistics;
using static System.FormattableString;

namespace EvalFaaS.Harness.Running;

/// <summary>
/// Tells from the looks at the machine alone whether it was disturbed during a block. Declared in the suite before the run, and blind: it sees neither
/// what was measured nor on whom.
/// </summary>
internal sealed class DisturbanceRule
{
    private const double WakeQuantile = 0.9;
    private readonly DisturbanceLimits _limits;
    private readonly double _cpu;
    private readonly double _memory;

    /// <summary>A rule that compares with the machine as it was before the first block.</summary>
    public DisturbanceRule(DisturbanceLimits limits, IReadOnlyList<ProbeRow> before)
    {
        _limits = limits;
        var target = before.Where(p => p.Core == MachineProbe.Target).ToArray();
        _cpu = Quantile(target, p => p.CpuNs, 0.5);
        _memory = Quantile(target, p => p.MemoryNs, 0.5);
    }

    /// <summary>Judges a block.</summary>
    /// <param name="block">What is known of it.</param>
    /// <param name="probes">The looks at the machine before, during and after it.</param>
    /// <param name="stealNs">Processor time that the hypervisor took meanwhile.</param>
    public BlockRow Judge(BlockRow block, IReadOnlyList<ProbeRow> probes, long stealNs)
    {
        var target = probes.Where(p => p.Core == MachineProbe.Target).ToArray();
        var judged = block with
        {
            CpuSlowdown = Math.Round(Quantile(target, p => p.CpuNs, 0.5) / _cpu, 4),
            MemorySlowdown = Math.Round(Quantile(target, p => p.MemoryNs, 0.5) / _memory, 4),
            WakeDelayNs = (long)Quantile(target, p => p.WakeDelayNs, WakeQuantile),
            StealShare = Math.Round(stealNs / Math.Max(1.0, (double)block.DurationNs * Environment.ProcessorCount), 4),
        };
        return judged with { Disturbed = Why(judged) };
    }

    private string? Why(BlockRow block)
    {
        if (block.CpuSlowdown > _limits.Slowdown) return Invariant($"the fixed CPU work took {block.CpuSlowdown:0.00} times as long as before the first block (limit {_limits.Slowdown:0.00})");
        if (block.MemorySlowdown > _limits.Slowdown) return Invariant($"the fixed memory work took {block.MemorySlowdown:0.00} times as long as before the first block (limit {_limits.Slowdown:0.00})");
        if (block.WakeDelayNs > _limits.WakeDelay.TotalNanoseconds) return Invariant($"a sleeping thread was woken {block.WakeDelayNs / 1e6:0.0} ms late (limit {_limits.WakeDelay.TotalMilliseconds:0.0} ms)");
        if (block.StealShare > _limits.Steal) return Invariant($"the hypervisor took {block.StealShare:P1} of the processor time (limit {_limits.Steal:P1})");
        return null;
    }

    private static double Quantile(IEnumerable<ProbeRow> probes, Func<ProbeRow, long> value, double share)
    {
        var values = Distribution.Of(probes.Select(value));
        return values.Count == 0 ? double.NaN : values.AtRank((long)(share * (values.Count - 1)) + 1);
    }
}
