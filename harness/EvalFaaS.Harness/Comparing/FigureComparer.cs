using System.Collections.Immutable;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Comparing;

/// <summary>Compares the figures of two cells by their blocks.</summary>
/// <param name="paired">Whether both come from one run, so that a block of the one was measured beside that of the other.</param>
/// <param name="margin">The margin.</param>
internal sealed class FigureComparer(bool paired, Margin margin)
{
    /// <summary>Without what depends on the family: see <see cref="Decide"/>.</summary>
    public (FigureComparison Figures, LogShift? Shift) Compare(Cell a, Cell b, string metric)
    {
        var (figureA, figureB) = (a.Find(metric), b.Find(metric));
        var comparison = new FigureComparison
        {
            Target = a.Target,
            TargetB = b.Target == a.Target ? null : b.Target,
            Function = a.Function,
            Measure = a.Measure,
            State = a.State,
            Metric = metric,
            Unit = (figureA ?? figureB)!.Unit,
            HigherIsBetter = metric == Metrics.RequestsPerSecond,
            A = figureA?.Value,
            B = figureB?.Value,
            BlocksA = figureA?.ByBlock?.Count ?? 0,
            BlocksB = figureB?.ByBlock?.Count ?? 0,
            Paired = paired,
        };
        // What gives no right answer any more has not stayed as it was, and no number of blocks would tell more.
        if (figureB is null) return (comparison with { Verdict = Verdict.Worse, Note = $"B has no value: {Failures(b)}" }, null);
        if (figureA is null) return (comparison with { Verdict = Verdict.Better, Note = $"A has no value: {Failures(a)}" }, null);
        return Compare(comparison, figureA.ByBlock!, figureB.ByBlock!);
    }

    /// <summary>Adds the verdict.</summary>
    public FigureComparison Decide(FigureComparison comparison, LogShift shift, double adjustedP, int family)
    {
        var towardsWorse = comparison.HigherIsBetter ? shift.Inverse() : shift;
        var verdict = VerdictRule.Decide(towardsWorse, adjustedP, margin);
        return comparison with
        {
            Simultaneous = Ends.Of(shift.Ratio(Family.SimultaneousLevel(family))),
            PAdjusted = adjustedP,
            Verdict = verdict,
            MoreBlocks = verdict == Verdict.Undecided ? BlocksNeeded.More(shift, margin, family) : null,
        };
    }

    private (FigureComparison, LogShift?) Compare(FigureComparison comparison, ImmutableSortedDictionary<int, double> a, ImmutableSortedDictionary<int, double> b)
    {
        var shift = paired ? LogShift.Paired(a, b) : LogShift.Unpaired([.. a.Values], [.. b.Values]);
        if (shift is not { } found)
        {
            var blocks = paired ? a.Keys.Count(b.ContainsKey) : Math.Min(a.Count, b.Count);
            return blocks < Interval.MinimumBlocks
                ? (comparison with { MoreBlocks = Interval.MinimumBlocks - blocks, Note = $"{blocks} {(paired ? "common " : "")}blocks, and {Interval.MinimumBlocks} are the fewest that carry a comparison" }, null)
                : (comparison with { Note = "a block's value is 0 or below: there is no ratio" }, null);
        }

        var effect = CliffsDelta.Of([.. a.Values], [.. b.Values]);
        return (comparison with
        {
            Ratio = Ends.Of(found.Ratio()),
            ByRanks = Ends.Of(ByRanks(a, b)),
            P = found.P,
            CliffsDelta = effect.Delta,
            Effect = effect.Size,
        }, found);
    }

    private Interval ByRanks(ImmutableSortedDictionary<int, double> a, ImmutableSortedDictionary<int, double> b)
    {
        var shift = paired
            ? SignedRank.Shift([.. a.Keys.Where(b.ContainsKey).Select(block => Math.Log(b[block] / a[block]))])
            : RankSum.Shift([.. a.Values.Select(v => Math.Log(v))], [.. b.Values.Select(v => Math.Log(v))]);
        return new Interval(Math.Exp(shift.Value), shift.Low is { } low ? Math.Exp(low) : null, shift.High is { } high ? Math.Exp(high) : null, shift.Count);
    }

    private static string Failures(Cell cell) => $"{cell.Failed} of {cell.Issued} requests and {cell.TrialsFailed} of {cell.Trials} trials failed, {cell.InWrongState} requests were in another start state";
}
