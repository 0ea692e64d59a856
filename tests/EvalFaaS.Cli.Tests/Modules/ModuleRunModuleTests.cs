using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary>Files that cannot be run, and imports that nobody grants.</summary>
public sealed class ModuleRunModuleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Engines => ModuleRunTests.Engines;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Unknown_imports_are_all_named_with_the_way_out()
    {
        var result = await Cli.RunAsync("module", "run", _folder.Guest(CommandGuests.Strange));

        CliAssert.Refused(CliAssert.Failed, "env.magic (i32) -> i32, env.more () -> ()", result);
        Assert.Contains("--stub-imports", result.Errors);
        Assert.DoesNotContain("proc_exit", result.Errors);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Stubs_answer_unknown_imports_with_zeros(string engine)
    {
        CliEngines.SkipIfAbsent(engine);

        Assert.Equal(7, (await Cli.RunAsync("module", "run", "--engine", engine, "--stub-imports", _folder.Guest(CommandGuests.Strange))).ExitCode);
    }

    [Fact]
    public async Task A_truncated_module_is_malformed_at_a_byte()
    {
        var whole = Wat.Bytes(CommandGuests.Echo);
        File.WriteAllBytes(_folder["cut.wasm"], whole[..^20]);

        CliAssert.Refused(CliAssert.Failed, "The module is malformed at byte", await Cli.RunAsync("module", "run", _folder["cut.wasm"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no module at all")]
    public async Task A_file_that_is_no_module_is_said_to_be_none(string text) =>
        CliAssert.Refused(CliAssert.Failed, "The module is malformed at byte 0", await Cli.RunAsync("module", "run", _folder.Write("text.wasm", text)));

    [Fact]
    public async Task A_file_that_is_not_there_is_named() =>
        CliAssert.Refused(CliAssert.Failed, $"'{_folder["gone.wasm"]}' cannot be read", await Cli.RunAsync("module", "run", _folder["gone.wasm"]));

    [Fact]
    public async Task A_directory_is_no_module() =>
        CliAssert.Refused(CliAssert.Failed, $"'{_folder.Path}' cannot be read: It is a directory.", await Cli.RunAsync("module", "run", _folder.Path));

    [Fact]
    public async Task A_reactor_is_no_command_and_the_way_to_call_it_is_told()
    {
        var result = await Cli.RunAsync("module", "run", GuestFile.Prebuilt("hello"));

        CliAssert.Refused(CliAssert.Failed, "exports no _start, so it is no WASI command.", result);
        Assert.Contains("evalfaas function deploy", result.Errors);
    }

    [Fact]
    public async Task A_prebuilt_command_runs() => Assert.Contains("Hello", CliAssert.Succeeded(await Cli.RunAsync("module", "run", GuestFile.Prebuilt("hello-wasi"))));
}
