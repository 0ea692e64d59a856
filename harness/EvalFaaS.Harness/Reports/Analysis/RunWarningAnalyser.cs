namespace EvalFaaS.Harness.Reports;

/// <summary>What the run itself raised.</summary>
internal sealed class RunWarningAnalyser : IAnalyser
{
    public IEnumerable<Finding> Analyse(ReportContext context) =>
        context.Environment.Warnings.Select(w => new Finding(w.Target is null ? w.Code : $"{w.Code}, {w.Target}", w.Message));
}
