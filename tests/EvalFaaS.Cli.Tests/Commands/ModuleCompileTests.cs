using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary><c>module validate</c> and <c>module compile</c>.</summary>
public sealed class ModuleCompileTests : IDisposable
{
    private const string Unvalidated = """(module (func (export "_start") (i32.const 1)))""";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Engines => ModuleRunTests.Engines;

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Engines))]
    public async Task A_good_module_is_valid(string engine)
    {
        CliEngines.SkipIfAbsent(engine);

        Assert.Contains($"is valid on {engine} ", CliAssert.Succeeded(await Cli.RunAsync("module", "validate", "--engine", engine, _folder.Guest(CommandGuests.Nothing))));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_body_that_does_not_type_check_is_refused(string engine)
    {
        CliEngines.SkipIfAbsent(engine);

        CliAssert.Refused(CliAssert.Failed, "valid", await Cli.RunAsync("module", "validate", "--engine", engine, _folder.Guest(Unvalidated)));
    }

    [Fact]
    public async Task An_import_that_nobody_grants_is_refused_by_name() =>
        CliAssert.Refused(CliAssert.Failed, "env.magic (i32) -> i32", await Cli.RunAsync("module", "validate", _folder.Guest(CommandGuests.Strange)));

    [Theory]
    [InlineData("wasmtime")]
    [InlineData("wasmedge")]
    public async Task Code_is_written_beside_the_module(string engine)
    {
        CliEngines.SkipIfAbsent(engine);
        var file = _folder.Guest(CommandGuests.Nothing);

        var said = CliAssert.Succeeded(await Cli.RunAsync("module", "compile", "--engine", engine, file));

        Assert.StartsWith($"{file}.{engine}: ", said);
        Assert.True(new FileInfo($"{file}.{engine}").Length > 0);
    }

    [Fact]
    public async Task Code_is_written_where_it_is_asked_for()
    {
        CliAssert.Succeeded(await Cli.RunAsync("module", "compile", _folder.Guest(CommandGuests.Nothing), "-o", _folder["code"]));

        Assert.True(new FileInfo(_folder["code"]).Length > 0);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named() =>
        CliAssert.Refused(CliAssert.Failed, "cannot be written to '/nowhere/code'", await Cli.RunAsync("module", "compile", _folder.Guest(CommandGuests.Nothing), "-o", "/nowhere/code"));

    [Fact]
    public async Task An_interpreter_compiles_nothing()
    {
        CliEngines.SkipIfAbsent("wasmedge-interp");

        CliAssert.Refused(CliAssert.Usage, "wasmedge-interp makes no ahead-of-time code.", await Cli.RunAsync("module", "compile", "--engine", "wasmedge-interp", _folder.Guest(CommandGuests.Nothing)));
    }

    [Fact]
    public async Task What_is_no_module_is_not_compiled()
    {
        CliAssert.Refused(CliAssert.Failed, "malformed", await Cli.RunAsync("module", "compile", _folder.Write("text.wasm", "no module"), "-o", _folder["code"]));

        Assert.False(File.Exists(_folder["code"]));
    }
}
