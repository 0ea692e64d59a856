using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Problems;

namespace EvalFaaS.Node.Metrics;

/// <summary>Histograms of phases and totals for each start state. Never by function: a million functions must not be a million series.</summary>
internal static class PhaseMetrics
{
    private const string Phases = "evalfaas_phase_duration_seconds";
    private const string Totals = "evalfaas_invocation_duration_seconds";

    public static void Write(PrometheusText text, PhaseHistograms histograms)
    {
        text.Family(Phases, "histogram", "Time of each phase of an invocation, by start state.");
        foreach (var state in Enum.GetValues<StartState>())
            foreach (var phase in Enum.GetValues<Phase>())
                Histogram(text, Phases, histograms.Read(phase, state), "phase", WireName<Phase>.Of(phase), "start", "N" + (int)state);
        text.Family(Totals, "histogram", "Time from a request's arrival to its response, by start state.");
        foreach (var state in Enum.GetValues<StartState>())
            Histogram(text, Totals, histograms.Read(null, state), "start", "N" + (int)state);
    }

    // What never happened has no series: most pairs of phase and state cannot.
    private static void Histogram(PrometheusText text, string name, HistogramReading reading, params ReadOnlySpan<string> labels)
    {
        if (reading.Count == 0) return;
        var bounds = PhaseHistograms.UpperBounds;
        long cumulative = 0;
        for (var i = 0; i < reading.Buckets.Count; i++)
        {
            cumulative += reading.Buckets[i];
            text.Sample(name + "_bucket", cumulative, [.. labels, "le", PrometheusText.Number(i < bounds.Count ? bounds[i] : double.PositiveInfinity)]);
        }

        text.Sample(name + "_sum", reading.SumSeconds, labels);
        // The buckets are read one after another while others count on: their sum is the count that fits them.
        text.Sample(name + "_count", cumulative, labels);
    }
}
