namespace EvalFaaS.Harness.Reports;

/// <summary>Requests and trials that failed.</summary>
internal sealed class FailureAnalyser : IAnalyser
{
    public IEnumerable<Finding> Analyse(ReportContext context) => context.Summary.Cells.SelectMany(Analyse);

    private static IEnumerable<Finding> Analyse(Cell cell)
    {
        if (cell.Failed > 0)
            yield return new("failed-requests", Inlines.Count($"{cell.Id}/failed", cell.Failed), " of ", Inlines.Count($"{cell.Id}/issued", cell.Issued), " requests failed" + Finding.In(cell));
        if (cell.TrialsFailed > 0)
            yield return new("failed-trials", Inlines.Count($"{cell.Id}/trials_failed", cell.TrialsFailed), " of ", Inlines.Count($"{cell.Id}/trials", cell.Trials), " trials failed or ended early" + Finding.In(cell));
    }
}
