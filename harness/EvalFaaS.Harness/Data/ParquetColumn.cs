using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace EvalFaaS.Harness.Data;

/// <summary>One column's values of a row group.</summary>
internal abstract class ParquetColumn(string name, Type type, int position)
{
    /// <summary>The column in the schema; every column may have unknown values.</summary>
    public DataField Field { get; } = new(name, type, isNullable: true);

    /// <summary>Position of the column in the rows.</summary>
    protected int Position => position;

    public static ParquetColumn Of(string name, ColumnType type, int position) => type switch
    {
        ColumnType.Text => new TextColumn(name, position),
        ColumnType.Integer => new Values<long>(name, position, (csv, at) => csv.Number(at)),
        _ => new Values<double>(name, position, (csv, at) => double.Parse(csv.Bytes(at), CultureInfo.InvariantCulture)),
    };

    /// <summary>Takes the current row's value.</summary>
    public abstract void Take(Utf8CsvReader csv);

    /// <summary>Writes the values taken, and begins anew.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group);

    private sealed class TextColumn(string name, int position) : ParquetColumn(name, typeof(string), position)
    {
        private readonly List<string?> _values = [];
        private byte[] _bytes = [];
        private string? _text;

        // Most texts are those of the row before.
        public override void Take(Utf8CsvReader csv)
        {
            if (!csv.Bytes(Position).SequenceEqual(_bytes))
            {
                _bytes = csv.Bytes(Position).ToArray();
                _text = _bytes.Length == 0 ? null : csv.Text(Position);
            }
            _values.Add(_text);
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group)
        {
            await group.WriteAsync(Field, _values!);
            _values.Clear();
        }
    }

    private sealed class Values<T>(string name, int position, Func<Utf8CsvReader, int, T> read) : ParquetColumn(name, typeof(T), position) where T : struct
    {
        private T?[] _values = new T?[1024];
        private int _count;

        public override void Take(Utf8CsvReader csv)
        {
            if (_count == _values.Length) Array.Resize(ref _values, 2 * _count);
            _values[_count++] = csv.Bytes(Position).IsEmpty ? null : read(csv, Position);
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group)
        {
            await group.WriteAsync<T>(Field, _values.AsMemory(0, _count));
            _count = 0;
        }
    }
}
