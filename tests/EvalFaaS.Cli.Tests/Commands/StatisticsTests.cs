namespace EvalFaaS.Cli.Tests;

public sealed class StatisticsTests
{
    [Fact]
    public async Task Coverage_is_simulated_for_machines()
    {
        var json = CliAssert.Json(await Cli.RunAsync("statistics", "coverage", "--trials", "20", "--seed", "2", "--json"));

        Assert.Equal((20, 2), ((int?)json["trials"], (int?)json["seed"]));
        Assert.Contains(json["intervals"]!.AsArray(), r => (string?)r!["method"] == "mean: normal interval over requests" && (double?)r["coverage"] < 0.8);
        Assert.Contains(json["verdicts"]!.AsArray(), r => (double?)r!["ratio"] == 1.05);
    }

    [Fact]
    public async Task Coverage_is_printed_as_the_tables_of_the_documentation()
    {
        var tables = CliAssert.Succeeded(await Cli.RunAsync("statistics", "coverage", "--trials", "20"));
        var documented = File.ReadAllLines(Checkout.PathTo("docs", "statistics.md"));

        // The same rows, of which the documentation has the numbers of more repetitions.
        Assert.All(tables.Split('\n').Where(l => l.StartsWith("| ")).Select(l => string.Join('|', l.Split('|')[..3])), row => Assert.Contains(documented, l => l.StartsWith(row)));
    }

    [Fact]
    public async Task No_repetitions_are_refused() =>
        CliAssert.Refused(CliAssert.Usage, "--trials must be at least 1, and 0 is not.", await Cli.RunAsync("statistics", "coverage", "--trials", "0"));
}
