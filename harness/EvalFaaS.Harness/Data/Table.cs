using System.Collections.Immutable;

namespace EvalFaaS.Harness.Data;

/// <summary>A file of rows of one kind: its columns, and how a row is written and read.</summary>
internal sealed class Table<T>(string file, Columns<T> columns, Func<CsvRow, T> read)
{
    public string File => file;

    /// <summary>Names and types of the columns.</summary>
    public ImmutableArray<(string Name, ColumnType Type)> Columns { get; } = columns.Types;

    public void Write(CsvRowWriter writer, T row) => columns.Write(writer, row);

    /// <summary>All rows; none where a result of an earlier version does not have the file.</summary>
    public IReadOnlyList<T> Read(string directory)
    {
        var path = Path.Combine(directory, file);
        if (!System.IO.File.Exists(path)) return [];
        using var csv = new Utf8CsvReader(path);
        var rows = new List<T>();
        while (csv.Read()) rows.Add(read(new CsvRow(csv)));
        return rows;
    }
}
