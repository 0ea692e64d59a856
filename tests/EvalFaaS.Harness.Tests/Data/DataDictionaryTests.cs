using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Tests.Data;

public sealed class DataDictionaryTests
{
    public static TheoryData<string> Files => [ResultFiles.Samples, ResultFiles.Trials, ResultFiles.Blocks, ResultFiles.Stages, ResultFiles.Probes, ResultFiles.Resources, ResultFiles.Published];

    [Theory]
    [MemberData(nameof(Files))]
    public void It_has_every_column_of_the_file_and_no_other(string file)
    {
        var columns = RawTables.All.Single(t => t.File == file).Columns.Select(c => (c.Name, c.Type.ToString().ToLowerInvariant()));

        Assert.Equal(columns.Order(), DataDictionary.Columns.Where(c => c.File == file).Select(c => (c.Name, c.Type)).Order());
    }

    [Fact]
    public void Every_column_has_a_meaning_and_its_unit()
    {
        Assert.All(DataDictionary.Columns, c => Assert.True(c.Meaning.Length > 2, $"{c.File}: {c.Name}"));
        Assert.Equal(("ns", "B", "1/s"), (Unit("intended_ns"), Unit("resident_bytes"), Unit("offered_per_s")));
    }

    private static string Unit(string name) => DataDictionary.Columns.First(c => c.Name == name).Unit;
}
