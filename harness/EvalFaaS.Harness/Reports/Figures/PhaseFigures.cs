using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Reports;

/// <summary>
/// Mean time of each phase and of what lies outside of all: they add up to the mean time to the first byte of the same requests.
/// A phase that a request does not name took none of its time.
/// </summary>
internal static class PhaseFigures
{
    public static IEnumerable<Figure> Compute(CellData cell, SampleTable samples)
    {
        var phases = PhaseDurations.Phases.ToArray();
        for (var i = 0; i < phases.Length; i++)
        {
            var phase = i;
            if (!cell.Trials.Any(t => t.Rows.Any(row => samples.PhaseNs(row, phase) > 0))) continue;
            var blocks = cell.ByBlock(trial => MeanOf(trial, row => Math.Max(0, samples.PhaseNs(row, phase))));
            yield return Figure.Blocks(Metrics.OfPhase(phases[phase]), Figure.Nanoseconds, blocks, geometric: false);
        }
        // Of a thinned trial no row may be left of those that count.
        var outside = cell.ByBlock(trial => MeanOf(trial, row => Outside(samples, row, phases.Length)));
        if (outside.Count > 0) yield return Figure.Blocks(Metrics.Outside, Figure.Nanoseconds, outside, geometric: false);
    }

    private static double? MeanOf(TrialData trial, Func<int, long> value) => trial.Rows.Count == 0 ? null : trial.Rows.Average(value);

    private static long Outside(SampleTable samples, int row, int phases)
    {
        var inside = 0L;
        for (var phase = 0; phase < phases; phase++) inside += Math.Max(0, samples.PhaseNs(row, phase));
        return samples.FirstByteNs(row) - samples.IntendedNs(row) - inside;
    }
}
