using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Load over HTTP: a warm-up that is not recorded, then the load itself. Serves both the open and the closed loop.</summary>
internal sealed class LoadTrial(MeasureKind kind) : ITrialKind
{
    public MeasureKind Kind => kind;

    public async Task<TrialOutcome> RunAsync(TrialContext context, Trial blank, CancellationToken cancellation)
    {
        var served = context.Function.Served ?? throw new TargetException($"The target '{context.Cell.Target}' serves no HTTP.");
        LoadSpec load = context.Cell.Measure switch
        {
            LatencyMeasure latency => latency.Load,
            ThroughputMeasure throughput => throughput.Load,
            var other => throw new ArgumentException($"A measure of kind {other.Kind} is no load."),
        };
        var random = new Random(context.Seed);
        await LoadGenerator.RunAsync(Plan(context, served, load, load.WarmUp, random), context.Machine.Clock, cancellation);
        var before = context.Run.Usage(memory: false);
        var result = await LoadGenerator.RunAsync(Plan(context, served, load, load.Duration, random), context.Machine.Clock, cancellation);
        // Of processes that are gone nothing can be read any more.
        var after = context.Run.Failure is null ? context.Run.Usage(memory: true) : (ProcessUsage?)null;
        var samples = SampleConversion.Rows(result, served, context.Run.Configuration.Digest);
        return new TrialOutcome(
            blank with
            {
                State = served.State,
                OfferedPerSecond = load is OpenLoad ? context.RatePerSecond : null,
                Connections = load.Connections,
                DurationNs = result.EndNs - result.BeginNs,
                CpuNs = after?.CpuNs - before.CpuNs is >= 0 and var cpu ? cpu : null,
                GeneratorCpuNs = result.GeneratorCpuNs,
                ResidentBytes = after?.ResidentBytes,
                ProportionalBytes = after?.ProportionalBytes,
                ScheduleErrorP50Ns = load is OpenLoad ? ScheduleError(result, 0.5) : null,
                ScheduleErrorP99Ns = load is OpenLoad ? ScheduleError(result, 0.99) : null,
                ScheduleErrorMaxNs = load is OpenLoad ? ScheduleError(result, 1) : null,
            },
            samples);
    }

    private static LoadPlan Plan(TrialContext context, ServedFunction served, LoadSpec load, TimeSpan duration, Random random) => new()
    {
        Address = served.Address,
        Request = served.Request,
        ExpectedBody = served.ExpectedBody,
        Connections = load.Connections,
        Duration = duration,
        Core = context.Machine.Cores.Generator,
        Arrivals = load is not OpenLoad open ? null
            : open.Arrivals == Arrivals.Constant ? new ConstantArrivals(context.RatePerSecond) : new PoissonArrivals(context.RatePerSecond, random),
    };

    private static long ScheduleError(LoadResult result, double quantile)
    {
        if (result.Samples.Count == 0) return 0;
        var errors = new long[result.Samples.Count];
        for (var i = 0; i < errors.Length; i++) errors[i] = result.Samples[i].ScheduleErrorNs;
        Array.Sort(errors);
        return errors[Math.Min(errors.Length - 1, (int)(quantile * errors.Length))];
    }
}
