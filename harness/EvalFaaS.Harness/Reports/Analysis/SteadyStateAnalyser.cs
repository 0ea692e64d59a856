using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>Loads that had not come to rest when they were measured.</summary>
internal sealed class SteadyStateAnalyser : IAnalyser
{
    public IEnumerable<Finding> Analyse(ReportContext context)
    {
        var ends = context.Data.Stages.Where(s => s.Name == StageRow.SteadyState).ToDictionary(s => s.Trial, s => s.Verdict);
        foreach (var (cell, raw) in context.Summary.Cells.Zip(context.Raw))
        {
            var verdicts = raw.Trials.Select(t => ends.GetValueOrDefault(t.Trial.Number)).ToList();
            foreach (var (verdict, code, words) in new[] { (StageRow.NeverSteady, "never-steady", " trials were still changing when they were measured, by the steady-state test"), (StageRow.Undecided, "steady-unknown", " trials had too short a warm-up to tell whether they were steady") })
                if (verdicts.Count(v => v == verdict) is > 0 and var count)
                    yield return new(code, Inlines.Count($"{cell.Id}/{code}", count), " of ", Inlines.Count($"{cell.Id}/trials", cell.Trials), words + Finding.In(cell));
        }
    }
}
