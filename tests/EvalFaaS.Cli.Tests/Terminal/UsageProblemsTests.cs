namespace EvalFaaS.Cli.Tests;

public sealed class UsageProblemsTests
{
    /// <summary>Every command, with as many arguments as it needs.</summary>
    public static TheoryData<string> Commands =>
    [
        "run quickstart", "report dir", "targets", "test", "node", "baseline kestrel", "engines",
        "function deploy name file", "function list", "function describe name", "function invoke name", "function delete name", "function logs name",
        "module run file", "module inspect file", "module validate file", "module compile file",
        "calibrate name", "replay file", "whatif", "optimize name",
    ];

    /// <summary>Every command that takes an argument.</summary>
    public static TheoryData<string> Needing =>
    [
        "run", "report", "function deploy", "function deploy name", "function describe", "function invoke", "function delete", "function logs",
        "module run", "module inspect", "module validate", "module compile",
        "calibrate", "replay", "optimize",
    ];

    [Theory]
    [InlineData("runn", "evalfaas has no command 'runn'. Did you mean 'run'? It has run, report,")]
    [InlineData("modul run x.wasm", "evalfaas has no command 'modul'. Did you mean 'module'?")]
    [InlineData("module rum x.wasm", "evalfaas module has no command 'rum'. Did you mean 'run'? It has run, inspect, validate, compile.")]
    [InlineData("function deplyo x y", "evalfaas function has no command 'deplyo'. Did you mean 'deploy'?")]
    [InlineData("baseline kestrl", "evalfaas baseline has no command 'kestrl'. Did you mean 'kestrel'? It has kestrel, gateway, canned.")]
    [InlineData("targets extra", "evalfaas targets has no command 'extra'. It has install.")]
    [InlineData("frobnicate", "evalfaas has no command 'frobnicate'. It has run,")]
    public async Task A_misspelt_command_is_answered_with_the_nearest(string words, string message) =>
        CliAssert.Refused(CliAssert.Usage, message, await Cli.RunAsync(words.Split(' ')));

    [Theory]
    [InlineData("", "evalfaas needs a command: run, report, compare, statistics, policies, predict, bundle, rerun, load, export, simulate, calibrate, replay, whatif, optimize, targets, test, node, baseline, function, module, engines.")]
    [InlineData("module", "evalfaas module needs a command: run, inspect, validate, compile.")]
    [InlineData("function", "evalfaas function needs a command: new, deploy, list, describe, invoke, delete, logs.")]
    [InlineData("baseline", "evalfaas baseline needs a command: kestrel, gateway, canned.")]
    public async Task A_group_alone_lists_its_commands(string words, string message) =>
        CliAssert.Refused(CliAssert.Usage, message, await Cli.RunAsync(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory, MemberData(nameof(Commands))]
    public async Task An_unknown_option_is_usage(string command)
    {
        var words = command.Split(' ').ToList();
        words.Insert(words.FindLastIndex(w => w is not ("quickstart" or "dir" or "name" or "file")) + 1, "--bogus");

        CliAssert.Refused(CliAssert.Usage, "has no option '--bogus'.", await Cli.RunAsync([.. words]));
    }

    [Theory]
    [InlineData("run quickstart --sed 3", "evalfaas run has no option '--sed'. Did you mean '--seed'?")]
    [InlineData("report --verfy dir", "evalfaas report has no option '--verfy'. Did you mean '--verify'?")]
    [InlineData("module run --timout=3s x.wasm", "evalfaas module run has no option '--timout=3s'. Did you mean '--timeout'?")]
    public async Task A_misspelt_option_is_answered_with_the_nearest(string words, string message) =>
        CliAssert.Refused(CliAssert.Usage, message, await Cli.RunAsync(words.Split(' ')));

    [Theory, MemberData(nameof(Needing))]
    public async Task A_missing_argument_is_named(string command) =>
        CliAssert.Refused(CliAssert.Usage, "Required argument '", await Cli.RunAsync(command.Split(' ')));

    [Theory]
    [InlineData("engines extra")]
    [InlineData("node extra")]
    [InlineData("test extra")]
    [InlineData("function list extra")]
    [InlineData("module inspect file extra")]
    public async Task An_argument_too_many_is_named(string words) =>
        CliAssert.Refused(CliAssert.Usage, "takes no further argument 'extra'.", await Cli.RunAsync(words.Split(' ')));

    [Theory]
    [InlineData("run quickstart --seed soon", "--seed takes a whole number, and 'soon' is none.")]
    [InlineData("function deploy a b --concurrency 1.5", "--concurrency takes a whole number, and '1.5' is none.")]
    [InlineData("function deploy a b --memory lots", "'lots' is no amount of memory; write for example 64MiB.")]
    [InlineData("function deploy a b --env NOTHING", "--env takes KEY=VALUE, and 'NOTHING' has no key and value.")]
    [InlineData("function list --node nowhere", "--node takes an address like http://127.0.0.1:8080, and 'nowhere' is none.")]
    [InlineData("function describe Bad_Name", "'Bad_Name' is no function name: write NAME or NAMESPACE/NAME")]
    [InlineData("function invoke a --header nothing", "--header takes NAME: VALUE, and 'nothing' has no colon.")]
    [InlineData("function invoke a --method a/b", "--method takes a method such as GET or PUT, and 'a/b' is none.")]
    [InlineData("node --set nothing", "--set takes KEY=VALUE")]
    [InlineData("module validate x --engine wasmtim", "There is no engine 'wasmtim'. Did you mean 'wasmtime'? There are wasmtime, wasmtime-worker, wasmedge, wasmedge-interp.")]
    public async Task A_value_that_cannot_be_meant_says_what_to_write(string words, string message) =>
        CliAssert.Refused(CliAssert.Usage, message, await Cli.RunAsync(words.Split(' ')));

    [Fact]
    public async Task A_complaint_names_the_help_of_its_own_command() =>
        Assert.Contains("Try `evalfaas module run --help`.", (await Cli.RunAsync("module", "run")).Errors);
}
