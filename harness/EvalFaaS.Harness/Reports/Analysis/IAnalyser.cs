namespace EvalFaaS.Harness.Reports;

/// <summary>Looks at a finished run for what its figures cannot say themselves.</summary>
internal interface IAnalyser
{
    /// <summary>What it found.</summary>
    IEnumerable<Finding> Analyse(ReportContext context);
}

/// <summary>Something that a reader must know before believing the figures, or may conclude from them.</summary>
/// <param name="Code">Kebab case, the same for every run.</param>
/// <param name="Text">A sentence, with its numbers.</param>
internal sealed record Finding(string Code, params IReadOnlyList<Inline> Text)
{
    /// <summary>Where a cell stands, for the end of a sentence.</summary>
    public static string In(Cell cell) => $" ({cell.Target}, {cell.Function}, {cell.Measure}, {cell.State}).";
}
