using System.Globalization;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using Parquet;
using Parquet.Schema;

namespace EvalFaaS.Harness.Tests.Data;

public sealed class ParquetCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_table_of_a_run_is_there_again_value_for_value()
    {
        new SyntheticRun(blocks: 6, requests: 60).Write(_folder.Path);

        foreach (var table in RawTables.All.Where(t => t.File != ResultFiles.Published)) Assert.Equal(Csv(table), await ReadAsync(_folder.File(table.ParquetFile)));
    }

    [Fact]
    public async Task Rows_go_into_groups_of_bounded_size_and_stay_in_order()
    {
        new SyntheticRun(blocks: 6, requests: 60).Write(_folder.Path);
        var samples = RawTables.All[0];
        var copy = _folder.File("groups.parquet");

        ParquetCopy.Write(_folder.File(samples.File), samples.Columns, copy, groupRows: 100);

        await using var reader = await ParquetReader.CreateAsync(copy, cancellationToken: Stop);
        Assert.All(reader.RowGroups.SkipLast(1), group => Assert.Equal(100, group.RowCount));
        Assert.Equal(Csv(samples), await ReadAsync(copy));
    }

    [Fact]
    public async Task Texts_with_commas_quotation_marks_and_line_feeds_are_the_texts_themselves()
    {
        var csv = _folder.File("texts.csv");
        await File.WriteAllTextAsync(csv, "text,number,real\n\"a, \"\"b\"\"\nc\",,0.5\n,-3,\n", Stop);

        ParquetCopy.Write(csv, [("text", ColumnType.Text), ("number", ColumnType.Integer), ("real", ColumnType.Real)], _folder.File("texts.parquet"));

        Assert.Equal([["text", "a, \"b\"\nc", ""], ["number", "", "-3"], ["real", "0.5", ""]], await ReadAsync(_folder.File("texts.parquet")));
    }

    [Fact]
    public void The_copies_have_digests_like_all_raw_data()
    {
        new SyntheticRun(blocks: 6, requests: 60).Write(_folder.Path);
        ReportWriter.Write(_folder.Path);
        File.AppendAllText(_folder.File("trials.parquet"), "x");

        Assert.Equal("trials.parquet", Assert.Single(ReportVerifier.Verify(_folder.Path).Differences).File);
    }

    [Fact]
    public void A_report_needs_no_copy()
    {
        new SyntheticRun(blocks: 6, requests: 60).Write(_folder.Path);
        var with = ReportWriter.SummaryText(DocumentBuilder.Read(_folder.Path).Summary);
        foreach (var table in RawTables.All) File.Delete(_folder.File(table.ParquetFile));

        Assert.Equal(with, ReportWriter.SummaryText(DocumentBuilder.Read(_folder.Path).Summary));
    }

    /// <summary>A table column by column, each with its name before it; an empty field is an unknown value.</summary>
    private List<List<string>> Csv(RawTable table)
    {
        using var csv = new Utf8CsvReader(_folder.File(table.File));
        List<List<string>> columns = [.. csv.Header.Select(name => new List<string> { name })];
        while (csv.Read())
            for (var i = 0; i < columns.Count; i++) columns[i].Add(csv.Text(i));
        return columns;
    }

    private static async Task<List<List<string>>> ReadAsync(string path)
    {
        await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: Stop);
        List<List<string>> columns = [.. reader.Schema.DataFields.Select(field => new List<string> { field.Name })];
        foreach (var group in reader.RowGroups)
            for (var i = 0; i < columns.Count; i++) columns[i].AddRange(await ReadAsync(group, reader.Schema.DataFields[i]));
        return columns;
    }

    private static async Task<IEnumerable<string>> ReadAsync(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType == typeof(long)) return await NumbersAsync<long>(group, field, n => n.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(double)) return await NumbersAsync<double>(group, field, n => n.ToString("R", CultureInfo.InvariantCulture));
        var texts = new string?[group.RowCount];
        await group.ReadAsync(field, texts.AsMemory()!, cancellationToken: Stop);
        return texts.Select(t => t ?? "");
    }

    private static async Task<IEnumerable<string>> NumbersAsync<T>(ParquetRowGroupReader group, DataField field, Func<T, string> text) where T : struct
    {
        var numbers = new T?[group.RowCount];
        await group.ReadAsync<T>(field, numbers.AsMemory(), cancellationToken: Stop);
        return numbers.Select(n => n is { } value ? text(value) : "");
    }
}
