using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>Memory of many deployed functions that nobody calls, and the first call to some of them.</summary>
internal sealed class DeployedTrial : ITrialKind
{
    public MeasureKind Kind => MeasureKind.Deployed;

    public async Task RunAsync(TrialWork work, CancellationToken cancellation)
    {
        var measure = (DeployedMeasure)work.Cell.Measure;
        var before = work.Run.Usage(memory: true);
        var begun = work.Machine.Clock.NowNs;
        await work.Function.DeployCopiesAsync(measure.Deployed, cancellation);
        var took = work.Machine.Clock.NowNs - begun;
        var after = work.Run.Usage(memory: true);
        var samples = new List<Sample>(measure.Calls);
        while (samples.Count < measure.Calls)
        {
            var observed = await work.Function.CallCopyAsync(work.Random.Next(measure.Deployed), cancellation);
            samples.Add(SampleConversion.Row(samples.Count, observed.Sample, observed.State, work.Run.Configuration.Digest));
        }

        work.Samples = [.. samples];
        work.Trial = work.Trial with
        {
            State = "N3",
            DurationNs = took,
            Instances = measure.Deployed,
            CpuNs = after.CpuNs - before.CpuNs,
            ResidentBytes = after.ResidentBytes,
            ProportionalBytes = after.ProportionalBytes,
            BaselineResidentBytes = before.ResidentBytes,
            BaselineProportionalBytes = before.ProportionalBytes,
        };
    }
}
