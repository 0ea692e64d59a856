using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>Memory of many live instances.</summary>
internal sealed class MemoryTrial : ITrialKind
{
    public MeasureKind Kind => MeasureKind.Memory;

    public async Task<TrialOutcome> RunAsync(TrialContext context, Trial blank, CancellationToken cancellation)
    {
        var count = ((MemoryMeasure)context.Cell.Measure).Instances;
        var held = await context.Function.HoldInstancesAsync(count, cancellation);
        return new TrialOutcome(
            blank with
            {
                State = context.Function.Served?.State ?? "N4",
                Instances = held.Instances,
                ResidentBytes = held.ResidentBytes,
                ProportionalBytes = held.ProportionalBytes,
                BaselineResidentBytes = 0,
                BaselineProportionalBytes = 0,
                Issued = held.Instances,
                Ok = held.Instances,
            },
            []);
    }
}
