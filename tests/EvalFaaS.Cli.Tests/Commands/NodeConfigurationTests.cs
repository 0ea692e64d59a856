using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary>A node whose configuration is wrong does not start, and says where; docs/configuration.md promises exit code 1.</summary>
public sealed class NodeConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("urls: [http://127.0.0.1:0\n", "(2,1): the YAML is malformed")]
    [InlineData("urls: [http\nfoo: 1\n", "(2,1): the YAML is malformed")]
    [InlineData("urls: http://127.0.0.1:0\n\tdata: x\n", "(1,7): the YAML is malformed")]
    [InlineData("defaults:\n  memroy: 64MiB\n", "(2,3): unknown key 'defaults.memroy'. Did you mean 'defaults.memory'?")]
    [InlineData("url: http://127.0.0.1:0\n", "(1,1): unknown key 'url'. Did you mean 'urls'?")]
    [InlineData("defaults:\n  memory: lots\n", "(2,11): defaults.memory:")]
    [InlineData("defaults:\n  timeout:\n", "(2,11): defaults.timeout needs a value.")]
    [InlineData("- a\n- b\n", "(1,1): the file must hold keys and values.")]
    public async Task A_wrong_file_is_named_with_line_and_column(string yaml, string message)
    {
        var file = _folder.Write("evalfaas.yaml", yaml);

        CliAssert.Refused(CliAssert.Failed, file + message, await RunAsync());
        CliAssert.Refused(CliAssert.Failed, file + message, await RunAsync("--config", file));
    }

    [Fact]
    public async Task All_problems_are_told_at_once()
    {
        _folder.Write("evalfaas.yaml", "url: x\ndefaults:\n  memroy: 1\n");

        var result = await RunAsync("--set", "engine.instnces=3");

        CliAssert.Refused(CliAssert.Failed, "Did you mean 'urls'?", result);
        Assert.Contains("Did you mean 'defaults.memory'?", result.Errors);
        Assert.Contains("Did you mean 'engine.instances'?", result.Errors);
    }

    [Fact]
    public async Task A_file_that_is_named_must_be_there() =>
        CliAssert.Refused(CliAssert.Failed, "gone.yaml: the configuration file cannot be read", await RunAsync("--config", _folder["gone.yaml"]));

    [Theory]
    [InlineData("--token", "short", "--token: token:")]
    [InlineData("--log-level", "loud", "--logLevel: logLevel:")]
    [InlineData("--set", "defaults.memory=none", "defaults.memory: defaults.memory:")]
    public async Task A_wrong_flag_is_named(string option, string value, string message) => CliAssert.Refused(CliAssert.Failed, message, await RunAsync(option, value));

    [Fact]
    public async Task A_wrong_variable_is_named()
    {
        var call = new CliCall("node") { Folder = _folder.Path, Variables = new Dictionary<string, string> { ["EVALFAAS_DEFAULTS_TIMEOUT"] = "soon" } };

        CliAssert.Refused(CliAssert.Failed, "EVALFAAS_DEFAULTS_TIMEOUT: defaults.timeout:", await Cli.RunAsync(call));
    }

    private Task<CliResult> RunAsync(params string[] options) =>
        Cli.RunAsync(new CliCall(["node", "--data", _folder["data"], .. options]) { Folder = _folder.Path });
}
