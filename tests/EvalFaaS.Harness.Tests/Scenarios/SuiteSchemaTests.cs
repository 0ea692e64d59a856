using System.Text.Json;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Tests.Scenarios;

public sealed class SuiteSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Checkout.PathTo("docs", "schemas", "suite.schema.json"))).RootElement;

    [Fact]
    public void The_schema_knows_every_start_state() =>
        Assert.Equal(StartStates.All, Schema.GetProperty("$defs").GetProperty("state").GetProperty("enum").EnumerateArray().Select(e => e.GetString()!));

    [Fact]
    public void The_schema_knows_every_kind_of_measure() =>
        Assert.Equal(
            Enum.GetNames<MeasureKind>().Select(k => k.ToLowerInvariant()).Order(),
            Schema.GetProperty("$defs").GetProperty("measure").GetProperty("properties").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(e => e.GetString()!).Order());

    [Fact]
    public void The_schema_knows_the_fewest_blocks() =>
        Assert.Equal(Suite.MinimumBlocks, Schema.GetProperty("properties").GetProperty("blocks").GetProperty("minimum").GetInt32());

    [Theory]
    [InlineData("name")]
    [InlineData("questions")]
    [InlineData("blocks")]
    [InlineData("seed")]
    [InlineData("budget")]
    [InlineData("reference")]
    [InlineData("reproduces")]
    [InlineData("targets")]
    [InlineData("measures")]
    public void Every_key_of_the_reader_is_in_the_schema(string key) => Assert.True(Schema.GetProperty("properties").TryGetProperty(key, out _));
}
