using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary>What a node refuses, in a sentence each.</summary>
public sealed class FunctionRefusalTests(SharedNode shared) : IClassFixture<SharedNode>, IAsyncLifetime
{
    private readonly NodeProcess _node = shared.Node;
    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync() => CliAssert.Succeeded(await _node.RunAsync("function", "deploy", "resizer", GuestFile.Prebuilt("echo")));

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("describe")]
    [InlineData("invoke")]
    [InlineData("delete")]
    [InlineData("logs")]
    public async Task An_unknown_function_is_answered_with_the_nearest(string command)
    {
        var result = await _node.RunAsync("function", command, "resiser");

        CliAssert.Refused(CliAssert.Failed, "There is no function", result);
        Assert.Matches("Did you mean '(default/)?resizer'", result.Errors);
    }

    [Theory]
    [InlineData("--digest", "sha256:0000000000000000000000000000000000000000000000000000000000000000", "is not the one asked for")]
    [InlineData("--digest", "sha256:12", "sha256:12")]
    [InlineData("--engine", "wasmtim", "There is no engine 'wasmtim'. Did you mean 'wasmtime'?")]
    [InlineData("--memory", "1", "is out of range. Give 65536 to 4294967296.")]
    [InlineData("--timeout", "99h", "is out of range. Give 1 to 3600000.")]
    [InlineData("--concurrency", "0", "concurrency: 0 is out of range.")]
    [InlineData("--max-invocations", "-1", "maxInvocations: -1 is out of range.")]
    public async Task A_deployment_that_cannot_be_is_refused_and_nothing_changes(string option, string value, string message)
    {
        CliAssert.Refused(CliAssert.Failed, message, await _node.RunAsync("function", "deploy", "resizer", GuestFile.Prebuilt("hello"), option, value));

        Assert.Equal("ping", CliAssert.Succeeded(await _node.RunAsync("function", "invoke", "resizer", "-d", "ping")));
    }

    [Fact]
    public async Task An_import_that_nobody_grants_is_named() =>
        CliAssert.Refused(CliAssert.Failed, "env.magic (i32) -> i32", await DeployAsync(_folder.Guest(CommandGuests.Strange)));

    [Fact]
    public async Task A_module_of_no_contract_is_refused() => CliAssert.Refused(CliAssert.Failed, "contract", await DeployAsync(_folder.Guest("(module)")));

    [Fact]
    public async Task A_file_that_is_no_module_is_refused_at_its_byte() => CliAssert.Refused(CliAssert.Failed, "The module is malformed at byte", await DeployAsync(_folder.Write("text.wasm", "none")));

    [Fact]
    public async Task A_file_that_is_not_there_is_named() => CliAssert.Refused(CliAssert.Failed, "gone.wasm", await DeployAsync(_folder["gone.wasm"]));

    [Fact]
    public async Task A_function_that_traps_says_so()
    {
        CliAssert.Succeeded(await _node.RunAsync("function", "deploy", "trapping", _folder.Guest(CommandGuests.Trap)));

        CliAssert.Refused(CliAssert.Failed, "The function trapped: unreachable.", await _node.RunAsync("function", "invoke", "trapping"));
    }

    private Task<CliResult> DeployAsync(string file) => _node.RunAsync("function", "deploy", "new", file);
}
