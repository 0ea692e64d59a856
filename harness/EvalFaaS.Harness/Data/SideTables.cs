namespace EvalFaaS.Harness.Data;

/// <summary>The columns of blocks.csv, stages.csv, probes.csv and resources.csv. New ones are added at the end; none is renamed, moved or removed.</summary>
internal static class SideTables
{
    public static Table<BlockRow> Blocks { get; } = new(ResultFiles.Blocks,
    [
        ("run", (w, b) => w.Field(b.Run)),
        ("block", (w, b) => w.Field(b.Number)),
        ("begin_ns", (w, b) => w.Field(b.BeginNs)),
        ("duration_ns", (w, b) => w.Field(b.DurationNs)),
        ("disturbed", (w, b) => w.Field(b.Disturbed)),
        ("cpu_slowdown", (w, b) => w.Field(b.CpuSlowdown)),
        ("memory_slowdown", (w, b) => w.Field(b.MemorySlowdown)),
        ("wake_delay_ns", (w, b) => w.Field(b.WakeDelayNs)),
        ("steal_share", (w, b) => w.Field(b.StealShare)),
        ("repeats", (w, b) => w.Field(b.Repeats)),
    ],
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
    [
        ("run", (w, s) => w.Field(s.Run)),
        ("block", (w, s) => w.Field(s.Block)),
        ("trial", (w, s) => w.Field(s.Trial)),
        ("stage", (w, s) => w.Field(s.Name)),
        ("begin_ns", (w, s) => w.Field(s.BeginNs)),
        ("duration_ns", (w, s) => w.Field(s.DurationNs)),
        ("verdict", (w, s) => w.Field(s.Verdict)),
        ("detail", (w, s) => w.Field(s.Detail)),
    ],
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
    [
        ("run", (w, r) => w.Field(r.Run)),
        ("block", (w, r) => w.Field(r.Block)),
        ("trial", (w, r) => w.Field(r.Trial)),
        ("at_ns", (w, r) => w.Field(r.AtNs)),
        ("resident_bytes", (w, r) => w.Field(r.ResidentBytes)),
        ("proportional_bytes", (w, r) => w.Field(r.ProportionalBytes)),
        ("descriptors", (w, r) => w.Field(r.Descriptors)),
        ("threads", (w, r) => w.Field(r.Threads)),
        ("disk_bytes", (w, r) => w.Field(r.DiskBytes)),
    ],
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
    [
        ("run", (w, p) => w.Field(p.Run)),
        ("block", (w, p) => w.Field(p.Block)),
        ("trial", (w, p) => w.Field(p.Trial)),
        ("core", (w, p) => w.Field(p.Core)),
        ("at_ns", (w, p) => w.Field(p.AtNs)),
        ("cpu_ns", (w, p) => w.Field(p.CpuNs)),
        ("memory_ns", (w, p) => w.Field(p.MemoryNs)),
        ("wake_delay_ns", (w, p) => w.Field(p.WakeDelayNs)),
        ("clock_step_ns", (w, p) => w.Field(p.ClockStepNs)),
    ],
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
