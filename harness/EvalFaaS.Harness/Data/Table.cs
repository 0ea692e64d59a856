using System.Collections.Immutable;

namespace EvalFaaS.Harness.Data;

/// <summary>A file of rows of one kind: its columns, and how a row is written and read.</summary>
internal sealed class Table<T>(string file, ImmutableArray<(string Name, Action<CsvRowWriter, T> Write)> columns, Func<CsvRow, T> read)
{
    public string File => file;

    public ImmutableArray<string> Columns { get; } = [.. columns.Select(c => c.Name)];

    public void Write(CsvRowWriter writer, T row)
    {
        foreach (var column in columns) column.Write(writer, row);
        writer.EndRow();
    }

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
