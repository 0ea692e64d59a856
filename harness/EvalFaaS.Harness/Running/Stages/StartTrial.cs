using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Starts forced out of one start state: one after the other, or many at the same moment.</summary>
internal sealed class StartTrial : ITrialKind
{
    public MeasureKind Kind => MeasureKind.Start;

    public async Task RunAsync(TrialWork work, CancellationToken cancellation)
    {
        var measure = (StartMeasure)work.Cell.Measure;
        var count = measure.Count * measure.AtOnce;
        var state = work.Cell.State!;
        // One start that is not recorded: the first pays for what a trial's own set-up left behind.
        await work.Function.StartOnceAsync(state, cancellation);
        var samples = new List<Sample>(count);
        string? error = null;
        try
        {
            while (samples.Count < count)
                foreach (var observed in await StartAsync(work, measure.AtOnce, state, cancellation))
                    samples.Add(SampleConversion.Row(samples.Count, observed.Sample, observed.State, work.Run.Configuration.Digest));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What was measured before is kept.
            error = $"It ended after {samples.Count} of {count} starts: {work.Run.Failure ?? e.Message}";
        }

        work.Samples = [.. samples];
        work.Trial = work.Trial with { State = state, DurationNs = Span(samples), Error = error };
    }

    private static async Task<IReadOnlyList<StartObservation>> StartAsync(TrialWork work, int atOnce, string state, CancellationToken cancellation) => atOnce == 1
        ? [await work.Function.StartOnceAsync(state, cancellation)]
        : await work.Function.StartManyAsync(state, atOnce, cancellation);

    private static long Span(List<Sample> samples) => samples.Count == 0 ? 0 : (samples[^1].LastByteNs ?? samples[^1].IssuedNs) - samples[0].IntendedNs;
}
