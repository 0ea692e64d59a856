namespace EvalFaaS.Harness.Data;

/// <summary>The columns of blocks.csv, stages.csv, probes.csv and resources.csv. New ones are added at the end; none is renamed, moved or removed.</summary>
internal static class SideTables
{
    public static Table<BlockRow> Blocks { get; } = new(ResultFiles.Blocks,
    new Columns<BlockRow>()
        .Text("run", b => b.Run)
        .Integer("block", b => b.Number)
        .Integer("begin_ns", b => b.BeginNs)
        .Integer("duration_ns", b => b.DurationNs)
        .Text("disturbed", b => b.Disturbed)
        .Real("cpu_slowdown", b => b.CpuSlowdown)
        .Real("memory_slowdown", b => b.MemorySlowdown)
        .Integer("wake_delay_ns", b => b.WakeDelayNs)
        .Real("steal_share", b => b.StealShare)
        .Integer("repeats", b => b.Repeats),
    row => new BlockRow
    {
        Run = row.Text("run"),
        Number = (int)row.Count("block"),
        BeginNs = row.Count("begin_ns"),
        DurationNs = row.Count("duration_ns"),
        Disturbed = row.Words("disturbed"),
        CpuSlowdown = row.Real("cpu_slowdown"),
        MemorySlowdown = row.Real("memory_slowdown"),
        WakeDelayNs = row.Number("wake_delay_ns"),
        StealShare = row.Real("steal_share"),
        Repeats = (int?)row.Number("repeats"),
    });

    public static Table<StageRow> Stages { get; } = new(ResultFiles.Stages,
    new Columns<StageRow>()
        .Text("run", s => s.Run)
        .Integer("block", s => s.Block)
        .Integer("trial", s => s.Trial)
        .Text("stage", s => s.Name)
        .Integer("begin_ns", s => s.BeginNs)
        .Integer("duration_ns", s => s.DurationNs)
        .Text("verdict", s => s.Verdict)
        .Text("detail", s => s.Detail),
    row => new StageRow
    {
        Run = row.Text("run"),
        Block = (int)row.Count("block"),
        Trial = (int)row.Count("trial"),
        Name = row.Text("stage"),
        BeginNs = row.Count("begin_ns"),
        DurationNs = row.Count("duration_ns"),
        Verdict = row.Text("verdict"),
        Detail = row.Text("detail"),
    });

    public static Table<ResourceRow> Resources { get; } = new(ResultFiles.Resources,
    new Columns<ResourceRow>()
        .Text("run", r => r.Run)
        .Integer("block", r => r.Block)
        .Integer("trial", r => r.Trial)
        .Integer("at_ns", r => r.AtNs)
        .Integer("resident_bytes", r => r.ResidentBytes)
        .Integer("proportional_bytes", r => r.ProportionalBytes)
        .Integer("descriptors", r => r.Descriptors)
        .Integer("threads", r => r.Threads)
        .Integer("disk_bytes", r => r.DiskBytes),
    row => new ResourceRow
    {
        Run = row.Text("run"),
        Block = (int)row.Count("block"),
        Trial = (int)row.Count("trial"),
        AtNs = row.Count("at_ns"),
        ResidentBytes = row.Count("resident_bytes"),
        ProportionalBytes = row.Count("proportional_bytes"),
        Descriptors = row.Count("descriptors"),
        Threads = row.Count("threads"),
        DiskBytes = row.Number("disk_bytes"),
    });

    public static Table<ProbeRow> Probes { get; } = new(ResultFiles.Probes,
    new Columns<ProbeRow>()
        .Text("run", p => p.Run)
        .Integer("block", p => p.Block)
        .Integer("trial", p => p.Trial)
        .Text("core", p => p.Core)
        .Integer("at_ns", p => p.AtNs)
        .Integer("cpu_ns", p => p.CpuNs)
        .Integer("memory_ns", p => p.MemoryNs)
        .Integer("wake_delay_ns", p => p.WakeDelayNs)
        .Integer("clock_step_ns", p => p.ClockStepNs),
    row => new ProbeRow
    {
        Run = row.Text("run"),
        Block = (int)row.Count("block"),
        Trial = (int)row.Count("trial"),
        Core = row.Text("core"),
        AtNs = row.Count("at_ns"),
        CpuNs = row.Count("cpu_ns"),
        MemoryNs = row.Count("memory_ns"),
        WakeDelayNs = row.Count("wake_delay_ns"),
        ClockStepNs = row.Count("clock_step_ns"),
    });
}
