using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Running;

/// <summary>
/// Brings a target to its usual speed: what is measured is a function, not the just-in-time compiler of the server around it.
/// </summary>
internal sealed class WarmUpStage : IStage
{
    private const int Connections = 4;

    public string Name => "warm-up";

    public string StopRule => $"before starts, each endpoint of a function just deployed is asked for {EndpointTime.TotalMilliseconds:0} ms; a load then runs for the measure's own warm-up";

    /// <summary>How long each endpoint is asked.</summary>
    public static TimeSpan EndpointTime { get; } = TimeSpan.FromMilliseconds(120);

    public async Task<StageEnd> RunAsync(TrialWork work, CancellationToken cancellation)
    {
        // A load warms up by itself what it asks.
        if (work.Load is null && work.Functions.IsFirst(work.Cell.Workload, Name))
            foreach (var served in work.Function.Endpoints)
                await LoadGenerator.RunAsync(
                    new LoadPlan { Requests = [served.AsLoad() with { ExpectedBody = null }], Connections = Connections, Duration = EndpointTime, Core = work.Machine.Cores.Generator },
                    work.Machine.Clock,
                    cancellation);
        if (work.Load is { } load && load.WarmUp > TimeSpan.Zero) work.WarmUp.Add(await LoadGenerator.RunAsync(work.Plan(load.WarmUp), work.Machine.Clock, cancellation));
        return StageEnd.Done;
    }
}
