namespace EvalFaaS.Harness.Reports;

/// <summary>Whether the load generator set the limit, or sent late.</summary>
internal sealed class GeneratorAnalyser : IAnalyser
{
    /// <summary>From this share of a processor on the generator is taken to have set the limit.</summary>
    private const double Busy = 0.9;

    public IEnumerable<Finding> Analyse(ReportContext context) => context.Summary.Cells.SelectMany(Analyse);

    private static IEnumerable<Finding> Analyse(Cell cell)
    {
        if (cell.Find(Metrics.GeneratorBusy) is { Value: > Busy } busy)
            yield return new("busy-generator", "the generator used ", Inlines.Value(cell, busy), " of a processor, so the target may be able to do more than is printed" + Finding.In(cell));
        if (cell.Find(Metrics.ScheduleErrorP99) is { } late && cell.Find(Metrics.P50) is { } median && late.Value > median.Value)
            yield return new("late-generator", "requests were sent up to ", Inlines.Value(cell, late), " late (99 %), which is more than the median latency" + Finding.In(cell));
    }
}
