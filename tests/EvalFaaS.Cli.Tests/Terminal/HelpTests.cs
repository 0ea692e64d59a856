namespace EvalFaaS.Cli.Tests;

public sealed class HelpTests
{
    [Fact]
    public async Task The_help_lists_every_command_and_not_the_harness_s_own()
    {
        var help = CliAssert.Succeeded(await Cli.RunAsync("--help"));

        Assert.All(["run", "report", "compare", "statistics", "targets", "test", "node", "baseline", "function", "module", "engines"], name => Assert.Contains($"\n  {name} ", help));
        Assert.DoesNotContain("harness-inproc", help);
    }

    [Theory]
    [InlineData("module", "run", "inspect", "validate", "compile")]
    [InlineData("function", "new", "deploy", "list", "describe", "invoke", "delete", "logs")]
    [InlineData("statistics", "coverage", "aa")]
    [InlineData("policies", "list", "show")]
    [InlineData("predict", "train", "evaluate", "cross-validate", "explain", "forecast", "bench")]
    public async Task The_help_of_a_group_lists_its_commands(string group, params string[] commands)
    {
        var help = CliAssert.Succeeded(await Cli.RunAsync(group, "--help"));

        Assert.All(commands, name => Assert.Contains($"\n  {name} ", help));
    }

    [Theory]
    [InlineData("run", "--out <DIR>", "--targets <a,b>", "--seed <N>", "--yes")]
    [InlineData("report", "--verify", "--json")]
    [InlineData("statistics aa", "--runs <N>", "--out <DIR>", "--json")]
    [InlineData("compare", "--margin <5%>", "--metric <a,b>", "--targets <a,b>", "--json")]
    [InlineData("node", "--urls <URLS>", "--data <DIR>", "--config <FILE>", "--set <KEY=VALUE>")]
    [InlineData("module run", "--engine", "--dir <HOST[::GUEST][:ro]>", "--env <KEY=VALUE>", "--timeout", "--memory", "--stub-imports")]
    [InlineData("function deploy", "--node <URL>", "--engine", "--memory", "--timeout", "--concurrency <N>", "--max-invocations <N>", "--env <KEY=VALUE>", "--digest")]
    public async Task The_help_of_a_command_lists_its_options(string command, params string[] options)
    {
        var help = CliAssert.Succeeded(await Cli.RunAsync([.. command.Split(' '), "--help"]));

        Assert.All(options, option => Assert.Contains(option, help));
    }

    [Fact]
    public async Task The_version_is_a_version() => Assert.Matches(@"^\d+\.\d+\.\d+", CliAssert.Succeeded(await Cli.RunAsync("--version")));
}
