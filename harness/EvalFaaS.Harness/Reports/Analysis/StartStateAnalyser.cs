namespace EvalFaaS.Harness.Reports;

/// <summary>Requests that did not find the state that was forced.</summary>
internal sealed class StartStateAnalyser : IAnalyser
{
    public IEnumerable<Finding> Analyse(ReportContext context) => context.Summary.Cells
        .Where(c => c.InWrongState > 0)
        .Select(c => new Finding("wrong-state", Inlines.Count($"{c.Id}/in_wrong_state", c.InWrongState), " requests were not in the state that the trial claims and were left out" + Finding.In(c)));
}
