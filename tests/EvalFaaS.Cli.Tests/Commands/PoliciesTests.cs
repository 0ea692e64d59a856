namespace EvalFaaS.Cli.Tests;

/// <summary><c>policies</c>: what can decide, and by which options.</summary>
public sealed class PoliciesTests
{
    [Fact]
    public async Task All_policies_are_listed_with_their_kind()
    {
        var rows = CliAssert.Json(await Cli.RunAsync("policies", "list", "--json")).AsArray();

        Assert.Contains(("keep-alive", "hybrid-histogram"), rows.Select(r => ((string?)r!["kind"], (string?)r["name"])));
        Assert.Equal(["keep-alive", "warm-up", "scaling", "placement", "load-balancing", "admission"], rows.Select(r => (string?)r!["kind"]).Distinct());
        Assert.Matches("(?m)^keep-alive +fixed +Keeps every idle instance", CliAssert.Succeeded(await Cli.RunAsync("policies", "list")));
    }

    [Fact]
    public async Task A_policy_is_shown_with_default_unit_range_and_source_of_each_option()
    {
        var shown = CliAssert.Json(await Cli.RunAsync("policies", "show", "concurrency-target", "--json"));
        var window = shown["options"]!.AsArray().Single(o => (string?)o!["name"] == "stable-window")!;

        Assert.Equal(("seconds", 60, 6, 3600), ((string?)window["unit"], (double)window["default"]!, (double)window["min"]!, (double)window["max"]!));
        Assert.Contains("Knative", (string?)window["source"], StringComparison.Ordinal);
        Assert.Matches("(?m)^stable-window +60 s +6 s to 3600 s ", CliAssert.Succeeded(await Cli.RunAsync("policies", "show", "concurrency-target")));
    }

    [Theory]
    [InlineData("lru", "\"default\": \"unbounded\"")]
    [InlineData("scheduled-warm-up", "\"default\": \"0 8 * * *\"")]
    [InlineData("forecast", "\"default\": false")]
    [InlineData("none", "\"options\": []")]
    public async Task A_default_of_any_kind_is_valid_JSON(string name, string part) => Assert.Contains(part, CliAssert.Json(await Cli.RunAsync("policies", "show", name, "--json")).ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_policy_is_a_usage_problem_that_names_the_nearest() =>
        CliAssert.Refused(CliAssert.Usage, "There is no policy 'hybrid-histogramm'. Did you mean 'hybrid-histogram'?", await Cli.RunAsync("policies", "show", "hybrid-histogramm"));
}
