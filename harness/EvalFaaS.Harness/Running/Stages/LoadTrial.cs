using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>Load over HTTP, of the open and of the closed loop.</summary>
internal sealed class LoadTrial(MeasureKind kind) : ITrialKind
{
    public MeasureKind Kind => kind;

    public async Task RunAsync(TrialWork work, CancellationToken cancellation)
    {
        var load = work.Load!;
        var before = work.Run.Usage(memory: false);
        var result = await new ResourceWatch(work).DuringAsync(load.Duration, () => LoadGenerator.RunAsync(work.Plan(load.Duration), work.Machine.Clock, cancellation));
        // Of processes that are gone, or that a target does not know, nothing can be read.
        var after = work.Run.Failure is null && before.Processes > 0 ? work.Run.Usage(memory: true) : (ProcessUsage?)null;
        var schedule = work.Load is OpenLoad or ClosedLoad { Think: not null } ? result.Schedule : null;
        work.Samples = SampleConversion.Rows(result, work.Served, work.Run.Configuration.Digest);
        work.Trial = work.Trial with
        {
            State = work.Served.State,
            OfferedPerSecond = load is OpenLoad ? work.RatePerSecond : null,
            Connections = load.Connections,
            DurationNs = result.EndNs - result.BeginNs,
            CpuNs = Growth(before.CpuNs, after?.CpuNs),
            PageFaults = Growth(before.PageFaults, after?.PageFaults),
            MajorPageFaults = Growth(before.MajorPageFaults, after?.MajorPageFaults),
            ContextSwitches = Growth(before.ContextSwitches, after?.ContextSwitches),
            GeneratorCpuNs = result.GeneratorCpuNs,
            ResidentBytes = after?.ResidentBytes,
            ProportionalBytes = after?.ProportionalBytes,
            ScheduleErrorP50Ns = schedule?.P50Ns,
            ScheduleErrorP99Ns = schedule?.P99Ns,
            ScheduleErrorMaxNs = schedule?.MaxNs,
            Error = schedule?.WhyBehind,
        };
    }

    // A process that ended meanwhile takes its count with it.
    private static long? Growth(long before, long? after) => after - before is >= 0 and var grown ? grown : null;
}
