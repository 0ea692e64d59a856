using System.Collections.Immutable;

namespace EvalFaaS.Harness.Data;

/// <summary>The files of rows of a result, with their columns.</summary>
internal static class RawTables
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<RawTable> All { get; } =
    [
        new(ResultFiles.Samples, SampleColumns.All),
        new(ResultFiles.Trials, TrialTable.Rows.Columns),
        new(ResultFiles.Blocks, SideTables.Blocks.Columns),
        new(ResultFiles.Stages, SideTables.Stages.Columns),
        new(ResultFiles.Probes, SideTables.Probes.Columns),
        new(ResultFiles.Resources, SideTables.Resources.Columns),
        new(PublishedTable.Rows.File, PublishedTable.Rows.Columns),
    ];
}

/// <summary>One file of rows.</summary>
/// <param name="File">Its name, that of the comma-separated values.</param>
/// <param name="Columns">Names and types, in the order of the file.</param>
internal sealed record RawTable(string File, ImmutableArray<(string Name, ColumnType Type)> Columns)
{
    /// <summary>The name of the same rows in Parquet.</summary>
    public string ParquetFile => Path.ChangeExtension(File, ".parquet");
}
