using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>Starts forced one after the other out of one start state.</summary>
internal sealed class StartTrial : ITrialKind
{
    public MeasureKind Kind => MeasureKind.Start;

    public async Task<TrialOutcome> RunAsync(TrialContext context, Trial blank, CancellationToken cancellation)
    {
        var count = ((StartMeasure)context.Cell.Measure).Count;
        var state = context.Cell.State!;
        // One start that is not recorded: the first pays for what a trial's own set-up left behind.
        await context.Function.StartOnceAsync(state, cancellation);
        var samples = new Sample[count];
        for (var i = 0; i < count; i++)
        {
            var observed = await context.Function.StartOnceAsync(state, cancellation);
            samples[i] = SampleConversion.Row(i, observed.Sample, observed.State, context.Run.Configuration.Digest);
        }

        return new TrialOutcome(blank with { State = state, DurationNs = Span(samples) }, samples);
    }

    private static long Span(Sample[] samples) => samples.Length == 0 ? 0 : (samples[^1].LastByteNs ?? samples[^1].IssuedNs) - samples[0].IntendedNs;
}
