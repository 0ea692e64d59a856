using System.Globalization;

namespace EvalFaaS.Predictor.Traces;

/// <summary>
/// A table of the Azure 2019 form: a header, then rows of hashes and numbers without quotation marks. Cells are found by their column's name, because the
/// files do not agree on an order.
/// </summary>
internal sealed class TableReader : IDisposable
{
    private readonly LineReader _lines;
    private readonly Range[] _cells;
    private string _row = "";

    public TableReader(string path)
    {
        _lines = new LineReader(path);
        try
        {
            var header = _lines.Next();
            if (string.IsNullOrWhiteSpace(header)) throw _lines.Problem("there is no header: the file is empty or not a trace");
            Columns = header.TrimStart('\uFEFF').Split(',');
            _cells = new Range[Columns.Count + 1];
        }
        catch
        {
            _lines.Dispose();
            throw;
        }
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Place of a column.</summary>
    public int Require(string column) => Find(column) is >= 0 and var at ? at
        : throw _lines.Problem($"wrong header: it has no column '{column}' (it begins with {string.Join(',', Columns.Take(4))})");

    /// <summary>Place of a column, or -1.</summary>
    public int Find(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] == column) return i;
        return -1;
    }

    /// <summary>Goes to the next row.</summary>
    public bool Read()
    {
        if (_lines.Next() is not { } row) return false;
        _row = row;
        var count = row.AsSpan().Split(_cells, ',');
        if (count == Columns.Count) return true;
        throw _lines.Problem(count < Columns.Count
            ? $"{count} cells where the header has {Columns.Count}: minutes are missing or the file was cut short"
            : $"more cells than the header's {Columns.Count}");
    }

    /// <summary>A cell.</summary>
    public ReadOnlySpan<char> Cell(int column) => _row.AsSpan(_cells[column]);

    /// <summary>The hashes of a row's function; a table without a column for one of them has it empty.</summary>
    public FunctionKey Key(int owner, int app, int function) => new(Text(owner), Text(app), Text(function));

    /// <summary>A number of calls.</summary>
    public int Count(int column)
    {
        var cell = Cell(column);
        if (!int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            throw _lines.Problem($"column '{Columns[column]}': '{cell}' is no whole number");
        return value >= 0 ? value : throw _lines.Problem($"column '{Columns[column]}': a minute cannot have {value} calls");
    }

    /// <summary>A measure: finite and not negative.</summary>
    public double Number(int column)
    {
        var cell = Cell(column);
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0 && double.IsFinite(value) ? value
            : throw _lines.Problem($"column '{Columns[column]}': '{cell}' is no number of zero or more");
    }

    /// <summary>A problem at the current row.</summary>
    public TraceException Problem(string problem) => _lines.Problem(problem);

    /// <summary>Line of the current row, from 1.</summary>
    public int Line => _lines.Number;

    /// <summary>What the rows are read from.</summary>
    public LineReader Lines => _lines;

    /// <summary>A cell as text of its own; empty where there is no such column.</summary>
    public string Text(int column) => column < 0 ? "" : Cell(column).ToString();

    public void Dispose() => _lines.Dispose();
}
