using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Running;

/// <summary>Looks at the machine between trials: fixed work on the generator's core and on the targets'. A few milliseconds each.</summary>
internal sealed class MachineProbe(string run, CpuSet cores, MonotonicClock clock)
{
    /// <summary>The generator's core, in the rows.</summary>
    public const string Generator = "generator";

    /// <summary>The targets' cores, in the rows.</summary>
    public const string Target = "target";

    private readonly FixedWork _work = new();

    /// <summary>Looks once at each core that counts.</summary>
    /// <param name="block">The block; 0 before the first.</param>
    /// <param name="trial">The trial that follows, or 0.</param>
    public IReadOnlyList<ProbeRow> Look(int block, int trial)
    {
        var rows = new List<ProbeRow>(2);
        if (cores.Generator is { } core) rows.Add(Affinity.On([core], () => Row(block, trial, Generator)));
        rows.Add(Affinity.On([cores.Targets[0]], () => Row(block, trial, Target)));
        return rows;
    }

    private ProbeRow Row(int block, int trial, string core)
    {
        ThreadPlacement.Prepare(null);
        return new ProbeRow
        {
            Run = run,
            Block = block,
            Trial = trial,
            Core = core,
            AtNs = clock.NowNs,
            CpuNs = _work.CpuNs(),
            MemoryNs = _work.MemoryNs(),
            WakeDelayNs = FixedWork.WakeDelayNs(),
            ClockStepNs = FixedWork.ClockStepNs(),
        };
    }
}
