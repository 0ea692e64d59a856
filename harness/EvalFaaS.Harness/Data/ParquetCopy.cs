using Parquet;
using Parquet.Schema;

namespace EvalFaaS.Harness.Data;

/// <summary>
/// Writes a file of comma-separated values again as Apache Parquet: the same rows in the same order, each column under its name and with its type, an empty
/// field as null. Rows are held a row group at a time.
/// </summary>
internal static class ParquetCopy
{
    private const int DefaultGroupRows = 1 << 16;

    /// <summary>Writes it.</summary>
    /// <param name="csv">The file of comma-separated values, which holds at least these columns.</param>
    /// <param name="columns">Names and types.</param>
    /// <param name="parquet">The new file.</param>
    /// <param name="groupRows">Rows of a group. Default 65,536, about 20 MB of samples.</param>
    /// <exception cref="InvalidDataException">The values are not of their types, or the file was cut short.</exception>
    public static void Write(string csv, IReadOnlyList<(string Name, ColumnType Type)> columns, string parquet, int groupRows = DefaultGroupRows) =>
        WriteAsync(csv, columns, parquet, groupRows).GetAwaiter().GetResult(); // Waits for the file alone; the library has no other way.

    private static async Task WriteAsync(string csv, IReadOnlyList<(string Name, ColumnType Type)> columns, string parquet, int groupRows)
    {
        using var rows = new Utf8CsvReader(csv);
        ParquetColumn[] all = [.. columns.Select(c => ParquetColumn.Of(c.Name, c.Type, rows.Require(c.Name)))];
        await using var file = new FileStream(parquet, FileMode.Create, FileAccess.ReadWrite);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(all.Select(c => (Field)c.Field)), file, Options(columns));
        while (TryTake(rows, all, groupRows))
        {
            using var group = writer.CreateRowGroup();
            foreach (var column in all) await column.WriteAsync(group);
            group.CompleteValidate();
        }
    }

    // Numbers that follow one another differ by little: their differences take a fraction of the bytes.
    private static ParquetOptions Options(IReadOnlyList<(string Name, ColumnType Type)> columns)
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd };
        foreach (var (name, type) in columns)
            if (type == ColumnType.Integer) options.ColumnEncodingHints[name] = EncodingHint.DeltaBinaryPacked;
        return options;
    }

    private static bool TryTake(Utf8CsvReader rows, ParquetColumn[] columns, int most)
    {
        var count = 0;
        for (; count < most && rows.Read(); count++)
            foreach (var column in columns) column.Take(rows);
        return count > 0;
    }
}
