using System.Collections.Immutable;

namespace EvalFaaS.Harness.Data;

/// <summary>What a column holds: its type in Parquet and in the data dictionary.</summary>
internal enum ColumnType
{
    /// <summary>UTF-8.</summary>
    Text,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>A floating-point number of 64 bits.</summary>
    Real,
}

/// <summary>The columns of a table in their order, each with its type and with how a row's value is written.</summary>
internal sealed class Columns<T>
{
    private readonly List<(string Name, ColumnType Type, Action<CsvRowWriter, T> Write)> _all = [];

    /// <summary>Names and types.</summary>
    public ImmutableArray<(string Name, ColumnType Type)> Types => [.. _all.Select(c => (c.Name, c.Type))];

    public Columns<T> Text(string name, Func<T, string?> value) => Add(name, ColumnType.Text, (writer, row) => writer.Field(value(row)));

    public Columns<T> Integer(string name, Func<T, long?> value) => Add(name, ColumnType.Integer, (writer, row) => writer.Field(value(row)));

    public Columns<T> Real(string name, Func<T, double?> value) => Add(name, ColumnType.Real, (writer, row) => writer.Field(value(row)));

    public void Write(CsvRowWriter writer, T row)
    {
        foreach (var column in _all) column.Write(writer, row);
        writer.EndRow();
    }

    private Columns<T> Add(string name, ColumnType type, Action<CsvRowWriter, T> write)
    {
        _all.Add((name, type, write));
        return this;
    }
}
