namespace EvalFaaS.Cli.Tests;

/// <summary><c>targets</c>: what can be measured here, and <c>targets install</c>.</summary>
public sealed class TargetsTests
{
    [Fact]
    public async Task Every_target_is_listed_with_its_start_states_or_why_it_is_not_to_be_had()
    {
        var rows = CliAssert.Json(await Cli.RunAsync("targets", "--json")).AsArray();

        Assert.Equal(
            [
                "wasmtime", "wasmtime-worker", "wasmedge", "wasmedge-interp", "wasmtime-inproc", "process", "container", "podman", "docker", "wasmtime-cli", "wasmedge-cli", "kestrel",
                "http", "workerd", "deno", "bun", "node", "functions-framework", "lambda-local", "wasmtime-serve", "spin",
            ],
            rows.Select(r => (string?)r!["name"]));
        Assert.All(rows, row => Assert.True((bool)row!["available"]! || ((string)row["why"]!).Length > 0));
        Assert.Equal(["N0", "N1", "N2", "N3", "N4", "N5"], rows[0]!["states"]!.AsArray().Select(s => (string?)s));
    }

    [Fact]
    public async Task Every_target_says_what_it_isolates_by_its_licence_and_where_it_is_had()
    {
        var rows = CliAssert.Json(await Cli.RunAsync("targets", "--json")).AsArray();

        Assert.All(rows, row => Assert.All(["isolatedBy", "licence", "source", "phaseNotes"], key => Assert.NotEmpty((string)row![key]!)));
        Assert.All(rows.Where(r => (bool)r!["available"]!), row => Assert.NotEmpty((string)row!["version"]!));
    }

    [Theory]
    [InlineData("wasmtime-serve", "wasi:http component of your own")]
    [InlineData("spin", "spin.toml")]
    public async Task A_platform_that_is_measured_by_its_url_names_the_suite_that_does_so_and_what_that_takes(string name, string takes)
    {
        var row = CliAssert.Json(await Cli.RunAsync("targets", "--json")).AsArray().Single(r => (string?)r!["name"] == name)!;
        Assert.False((bool)row["available"]!);
        Assert.Contains($"measure it with scenarios/targets/{name}.yaml, which takes", (string)row["why"]!);
        Assert.Contains(takes, (string)row["why"]!);
        Assert.True(File.Exists(Checkout.PathTo("scenarios", "targets", name + ".yaml")));
    }

    [Fact]
    public async Task The_text_has_a_line_for_each_target() =>
        Assert.Matches(@"(?m)^NAME +AVAILABLE +START STATES +LICENCE +VERSION +ISOLATED BY$[\s\S]*^kestrel +(yes|no)", CliAssert.Succeeded(await Cli.RunAsync("targets")));

    [Theory]
    [InlineData("deon", "There is no target 'deon'. Did you mean 'deno'? These can be installed: workerd, deno, bun, functions-framework, lambda-local, or all of them.")]
    [InlineData("process", "'process' comes from no registry that this command asks: it is here already.")]
    public async Task What_cannot_be_installed_is_explained(string name, string why) =>
        CliAssert.Refused(CliAssert.Usage, why, await Cli.RunAsync("targets", "install", name));

    [Fact]
    public async Task Without_a_name_nothing_is_installed() =>
        CliAssert.Refused(CliAssert.Usage, "Required argument 'names' missing for command: 'install'", await Cli.RunAsync("targets", "install"));
}
