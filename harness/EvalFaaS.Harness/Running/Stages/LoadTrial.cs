using EvalFaaS.Harness.Data;
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
        var (before, result, after, beside) = await BesideNeighbourAsync(work, () => MeasureAsync(work, load, cancellation), cancellation);
        var schedule = work.Load is OpenLoad or ClosedLoad { Think: not null } ? result.Schedule : null;
        work.Samples = SampleConversion.Rows(result, work.Served, work.Run.Configuration.Digest, work.Cell.Workload);
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
            SentBytes = result.SentBytes,
            ReceivedBytes = result.ReceivedBytes,
            GeneratorCpuNs = result.GeneratorCpuNs,
            ResidentBytes = after?.ResidentBytes,
            ProportionalBytes = after?.ProportionalBytes,
            Threads = after?.Threads,
            Beside = beside is null ? null : Counts(beside),
            ScheduleErrorP50Ns = schedule?.P50Ns,
            ScheduleErrorP99Ns = schedule?.P99Ns,
            ScheduleErrorMaxNs = schedule?.MaxNs,
            Error = schedule?.WhyBehind,
        };
    }

    private static async Task<T> BesideNeighbourAsync<T>(TrialWork work, Func<Task<T>> measure, CancellationToken cancellation) =>
        work.Cell.Measure.Neighbour is { } spec ? (await Beside.DuringAsync(new NeighbourLoad(work, spec), measure, cancellation)).Measured : await measure();

    private static async Task<(ProcessUsage Before, LoadResult Result, ProcessUsage? After, SideLoadResult? Beside)> MeasureAsync(TrialWork work, LoadSpec load, CancellationToken cancellation)
    {
        if (work.Side is not { } side)
        {
            var (before, result, after) = await AloneAsync();
            return (before, result, after, null);
        }

        // What the target holds is read while the load beside still runs.
        var (measured, beside) = await Beside.DuringAsync(side, AloneAsync, cancellation);
        return (measured.Before, measured.Result, measured.After, beside);

        async Task<(ProcessUsage Before, LoadResult Result, ProcessUsage? After)> AloneAsync()
        {
            var before = work.Run.Usage(memory: false);
            var result = await new ResourceWatch(work).DuringAsync(load.Duration, () => LoadGenerator.RunAsync(work.Plan(load.Duration), work.Machine.Clock, cancellation));
            // Of processes that are gone, or that a target does not know, nothing can be read; of those that serve a neighbour too, nothing that is the function's alone.
            return (before, result, work.Run.Failure is null && before.Processes > 0 && work.Cell.Measure.Neighbour is null ? work.Run.Usage(memory: true) : null);
        }
    }

    private static SideCounts Counts(SideLoadResult side) => new(
        side.Connections, side.CountOf(LoadOutcome.Ok), side.CountOf(LoadOutcome.BadStatus), side.CountOf(LoadOutcome.WrongAnswer) + side.CountOf(LoadOutcome.BadProtocol),
        side.CountOf(LoadOutcome.ConnectionLost), side.CountOf(LoadOutcome.Timeout), side.CountOf(LoadOutcome.Cut));

    // A process that ended meanwhile takes its count with it.
    private static long? Growth(long before, long? after) => after - before is >= 0 and var grown ? grown : null;
}
