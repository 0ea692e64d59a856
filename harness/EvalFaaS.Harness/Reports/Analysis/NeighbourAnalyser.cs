namespace EvalFaaS.Harness.Reports;

/// <summary>Neighbours that did nothing: then nobody was beside the function.</summary>
internal sealed class NeighbourAnalyser : IAnalyser
{
    public IEnumerable<Finding> Analyse(ReportContext context)
    {
        foreach (var (cell, raw) in context.Summary.Cells.Zip(context.Raw))
            if (raw.Trials.Count(t => t.Trial is { Error: null, Neighbour.Ended: 0 }) is > 0 and var idle)
                yield return new("idle-neighbour", "in ", Inlines.Count($"{cell.Id}/idle_neighbour", idle), " of ", Inlines.Count($"{cell.Id}/trials", cell.Trials), " trials no request of the neighbour ended, so it may have done nothing" + Finding.In(cell));
    }
}
