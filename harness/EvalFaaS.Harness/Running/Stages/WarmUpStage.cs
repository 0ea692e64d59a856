using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>
/// Brings a target to its usual speed: what is measured is a function, not the just-in-time compiler of the server around it.
/// </summary>
internal sealed class WarmUpStage : IStage
{
    private const int Connections = 4;

    public string Name => "warm-up";

    public string StopRule =>
        "where no load is measured, a function just deployed is called for the measure's warm-up: at each of its endpoints, or in the process that has the engine in it; a load runs for its own warm-up";

    public async Task<StageEnd> RunAsync(TrialWork work, CancellationToken cancellation)
    {
        // A load warms up by itself what it asks.
        if (work.Load is null && work.Functions.IsFirst(work.Cell.Workload, Name))
            await CallAsync(work, (work.Cell.Measure as StartMeasure)?.WarmUp ?? StartMeasure.DefaultWarmUp, cancellation);
        if (work.Load is { } load && load.WarmUp > TimeSpan.Zero) work.WarmUp.Add(await LoadGenerator.RunAsync(work.Plan(load.WarmUp), work.Machine.Clock, cancellation));
        return StageEnd.Done;
    }

    private static async Task CallAsync(TrialWork work, TimeSpan duration, CancellationToken cancellation)
    {
        foreach (var served in work.Function.Endpoints)
            await LoadGenerator.RunAsync(
                new LoadPlan { Requests = [served.AsLoad() with { ExpectedBody = null }], Connections = Connections, Duration = duration, Core = work.Machine.Cores.Generator },
                work.Machine.Clock,
                cancellation);
        if (work.Function.WarmUpState is not { } state) return;
        for (var end = work.Machine.Clock.NowNs + (long)duration.TotalNanoseconds; work.Machine.Clock.NowNs < end;) await work.Function.StartOnceAsync(state, cancellation);
    }
}
