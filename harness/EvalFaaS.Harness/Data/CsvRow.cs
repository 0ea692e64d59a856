using System.Globalization;

namespace EvalFaaS.Harness.Data;

/// <summary>The current row of a file, by the names of its columns.</summary>
internal readonly struct CsvRow(Utf8CsvReader csv)
{
    /// <summary>Its line in the file, from 1.</summary>
    public long Line => csv.Line;

    public string Text(string column) => csv.Text(csv.Require(column));

    /// <summary>Null where the field is empty or the file has no such column.</summary>
    public string? Words(string column) => csv.Text(csv.Find(column)) is { Length: > 0 } words ? words : null;

    public long Count(string column) => csv.Number(csv.Require(column), 0);

    public long? Number(string column) => csv.Find(column) is >= 0 and var field && !csv.Bytes(field).IsEmpty ? csv.Number(field) : null;

    public double? Real(string column) => Words(column) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}
