using System.Globalization;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Studies.Data;

/// <summary>A column of a sheet.</summary>
/// <param name="Name">Its name, with the unit where it has one.</param>
/// <param name="Meaning">What it holds.</param>
internal sealed record SheetColumn(string Name, string Meaning);

/// <summary>A table of raw data of a study: a file of comma-separated values, whose columns are found by name.</summary>
internal sealed class Sheet
{
    private readonly Dictionary<string, int> _places;

    private Sheet(string file, IReadOnlyList<string> columns, List<string[]> rows)
    {
        (File, Rows) = (file, rows);
        _places = columns.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i);
    }

    /// <summary>A table without rows.</summary>
    public Sheet(SheetForm form)
        : this(form.File, [.. form.Columns.Select(c => c.Name)], [])
    {
    }

    /// <summary>Its file's name.</summary>
    public string File { get; }

    /// <summary>Its rows.</summary>
    public List<string[]> Rows { get; }

    /// <summary>Adds a row: texts, whole numbers, real numbers and nothing, in the order of the columns.</summary>
    public void Add(params ReadOnlySpan<object?> cells)
    {
        var row = new string[cells.Length];
        for (var i = 0; i < row.Length; i++)
            row[i] = cells[i] switch { null or double.NaN => "", double real => real.ToString("R", CultureInfo.InvariantCulture), var other => Convert.ToString(other, CultureInfo.InvariantCulture)! };
        Rows.Add(row);
    }

    /// <summary>A cell as it stands.</summary>
    public string Text(string[] row, string column) => _places.TryGetValue(column, out var at) ? row[at] : throw new InvalidDataException($"{File} has no column '{column}'.");

    /// <summary>A cell as a number; NaN where it is empty.</summary>
    public double Number(string[] row, string column) => Text(row, column) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : double.NaN;

    /// <summary>Writes it into a folder.</summary>
    public void Write(string folder) => WholeFile.Write(Path.Combine(folder, File), path =>
    {
        using var stream = System.IO.File.Create(path);
        using var writer = new CsvRowWriter(stream);
        foreach (var row in Rows.Prepend([.. _places.OrderBy(p => p.Value).Select(p => p.Key)]))
        {
            foreach (var cell in row) writer.Field(cell);
            writer.EndRow();
        }
    });

    /// <summary>Reads it from a folder.</summary>
    /// <exception cref="InvalidDataException">It is damaged; the message says where.</exception>
    public static Sheet Read(string folder, SheetForm form)
    {
        using var csv = new Utf8CsvReader(Path.Combine(folder, form.File));
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add([.. Enumerable.Range(0, csv.Header.Count).Select(csv.Text)]);
        return new Sheet(form.File, csv.Header, rows);
    }
}

/// <summary>What a sheet looks like.</summary>
/// <param name="File">Its file's name.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record SheetForm(string File, IReadOnlyList<SheetColumn> Columns);
