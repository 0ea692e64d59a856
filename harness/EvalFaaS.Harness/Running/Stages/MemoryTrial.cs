using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>Memory of many live instances.</summary>
internal sealed class MemoryTrial : ITrialKind
{
    public MeasureKind Kind => MeasureKind.Memory;

    public async Task RunAsync(TrialWork work, CancellationToken cancellation)
    {
        var count = ((MemoryMeasure)work.Cell.Measure).Instances;
        var held = await work.Function.HoldInstancesAsync(count, cancellation);
        work.Trial = work.Trial with
        {
            State = work.Function.Served?.State ?? "N4",
            Instances = held.Instances,
            ResidentBytes = held.ResidentBytes,
            ProportionalBytes = held.ProportionalBytes,
            BaselineResidentBytes = 0,
            BaselineProportionalBytes = 0,
            Issued = held.Instances,
            Ok = held.Instances,
        };
    }
}
