namespace EvalFaaS.Cli.Tests;

/// <summary><c>engines</c>: what there is here.</summary>
public sealed class EnginesTests
{
    private static readonly string[] Engines = ["wasmtime", "wasmtime-worker", "wasmedge", "wasmedge-interp"];

    [Fact]
    public async Task Every_engine_is_listed_with_its_protections()
    {
        var rows = CliAssert.Json(await Cli.RunAsync("engines", "--json")).AsArray();

        Assert.Equal(Engines, rows.Select(r => (string?)r!["name"]));
        Assert.All(rows.Where(r => (bool)r!["available"]!), row =>
        {
            var settings = row!["description"]!["settings"]!.AsArray().Select(s => (string?)s!["name"]).ToArray();
            Assert.All(["interruption", "bounds checks", "Spectre mitigation", "optimisation level", "CPU features", "stack check", "NaN canonicalisation", "SIMD"], name => Assert.Contains(name, settings));
        });
        Assert.All(rows.Where(r => !(bool)r!["available"]!), row => Assert.NotEmpty((string)row!["why"]!));
    }

    [Fact]
    public async Task The_text_has_a_table_for_each_engine()
    {
        var text = CliAssert.Succeeded(await Cli.RunAsync("engines"));

        Assert.Matches(@"(?m)^SETTING +VALUE +SOURCE$", text);
        Assert.All(Engines, engine => Assert.Matches($@"(?m)^{engine}(:| \d)", text));
    }
}
