using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Reports;

/// <summary>A part of the report; says nothing where there is nothing to say.</summary>
internal interface IReportSection
{
    /// <summary>Its blocks, from top to bottom.</summary>
    IEnumerable<Block> Build(ReportContext context);
}

/// <summary>What a section draws on.</summary>
/// <param name="Data">The raw data.</param>
/// <param name="Raw">The raw data by cell.</param>
/// <param name="Summary">The figures.</param>
internal sealed record ReportContext(ResultData Data, IReadOnlyList<CellData> Raw, Summary Summary)
{
    /// <summary>Machine, targets, suite.</summary>
    public RunEnvironment Environment => Data.Environment;

    /// <summary>The targets in the order of the tables.</summary>
    public IReadOnlyList<string> Targets { get; } = [.. Data.Environment.Targets.Select(t => t.Name)];

    /// <summary>The sweeps.</summary>
    public IReadOnlyList<SweepFamily> Sweeps { get; } = SweepFamily.Of(Data.Environment, Summary.Cells);

    /// <summary>Measures that belong to a family, of levels or of neighbours; those have sections of their own.</summary>
    public IReadOnlyDictionary<string, MeasureRecord> Swept { get; } = Families(Data.Environment);

    /// <summary>Measures that belong to a family, of levels or of neighbours.</summary>
    public static IReadOnlyDictionary<string, MeasureRecord> Families(RunEnvironment environment) =>
        SweepFamily.Measures(environment).Concat(NeighbourFamily.Measures(environment)).ToDictionary();

    /// <summary>Cells of a kind that have figures and are no level of a sweep, with their raw data.</summary>
    public IReadOnlyList<(Cell Cell, CellData Data)> CellsOf(string kind) =>
        [.. Summary.Cells.Zip(Raw).Where(c => c.First.Kind == kind && c.First.Figures.Length > 0 && !Swept.ContainsKey(c.First.Measure)).Select(c => (c.First, c.Second))];
}
