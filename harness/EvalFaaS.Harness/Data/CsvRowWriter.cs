using System.Globalization;
using System.Text;

namespace EvalFaaS.Harness.Data;

/// <summary>Writes rows of comma-separated values (RFC 4180, UTF-8, line feeds); an unknown value is an empty field.</summary>
internal sealed class CsvRowWriter(FileStream stream) : IDisposable
{
    private readonly StringBuilder _row = new();
    private long _whole;

    public CsvRowWriter Field(string? value)
    {
        if (value is not null && value.AsSpan().IndexOfAny(",\"\r\n") >= 0)
            _row.Append('"').Append(value.Replace("\"", "\"\"")).Append('"');
        else
            _row.Append(value);
        _row.Append(',');
        return this;
    }

    public CsvRowWriter Field(long? value)
    {
        if (value is { } number) _row.Append(CultureInfo.InvariantCulture, $"{number}");
        _row.Append(',');
        return this;
    }

    public CsvRowWriter Field(double? value)
    {
        if (value is { } number) _row.Append(CultureInfo.InvariantCulture, $"{number:R}");
        _row.Append(',');
        return this;
    }

    public void EndRow()
    {
        _row[^1] = '\n';
        foreach (var chunk in _row.GetChunks()) stream.Write(Encoding.UTF8.GetBytes(chunk.ToArray()));
        _row.Clear();
    }

    public void Header(ReadOnlySpan<string> names)
    {
        foreach (var name in names) Field(name);
        EndRow();
    }

    public void Flush() => stream.Flush();

    /// <summary>Notes that what was flushed is whole and stays.</summary>
    public void Commit() => _whole = stream.Position;

    /// <summary>Takes back all that came after the last <see cref="Commit"/>, so that no row is cut short, and closes the file.</summary>
    public void RollBack()
    {
        _row.Clear();
        var path = stream.Name;
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // What it still held is to be taken back anyway.
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        file.SetLength(_whole);
    }

    public void Dispose() => stream.Dispose();
}
