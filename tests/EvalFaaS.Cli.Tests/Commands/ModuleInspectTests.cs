using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

public sealed class ModuleInspectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_text_shows_contract_imports_exports_and_memories()
    {
        var text = CliAssert.Succeeded(await Cli.RunAsync("module", "inspect", _folder.Guest(CommandGuests.Strange)));

        Assert.Matches(@"(?m)^contract +wasi-command$", text);
        Assert.Matches(@"(?m)^memory +1 page of 64 KiB$", text);
        Assert.Matches(@"(?m)^env\.magic +\(i32\) -> i32 +NO$", text);
        Assert.Matches(@"(?m)^wasi_snapshot_preview1\.proc_exit +\(i32\) -> \(\) +yes$", text);
        Assert.Matches(@"(?m)^_start +\(\) -> \(\)$", text);
    }

    [Fact]
    public async Task The_JSON_says_the_same()
    {
        var file = _folder.Guest(CommandGuests.Strange);

        var json = CliAssert.Json(await Cli.RunAsync("module", "inspect", "--json", file));

        Assert.Equal("wasi-command", (string?)json["contract"]);
        Assert.Equal(new FileInfo(file).Length, (long?)json["bytes"]);
        Assert.StartsWith("sha256:", (string?)json["digest"]);
        Assert.Equal(["env.magic False", "env.more False", "wasi_snapshot_preview1.proc_exit True"], json["imports"]!.AsArray().Select(i => $"{i!["module"]}.{i["name"]} {(bool)i["granted"]!}"));
        Assert.Equal(["memory memory", "_start function"], json["exports"]!.AsArray().Select(e => $"{e!["name"]} {e["kind"]}"));
        Assert.Equal(1, (int?)json["memories"]![0]!["minimum"]);
        Assert.Empty(json["features"]!.AsArray());
    }

    [Fact]
    public async Task A_reactor_is_told_from_a_command() =>
        Assert.Equal("reactor", (string?)CliAssert.Json(await Cli.RunAsync("module", "inspect", "--json", GuestFile.Prebuilt("hello")))["contract"]);

    [Fact]
    public async Task Proposals_used_are_named()
    {
        var guest = _folder.Guest("""(module (func (export "_start") (drop (i8x16.splat (i32.const 1)))))""");

        Assert.Matches(@"(?m)^proposals +simd$", CliAssert.Succeeded(await Cli.RunAsync("module", "inspect", guest)));
    }

    [Fact]
    public async Task A_module_of_no_contract_is_shown_all_the_same() =>
        Assert.Matches(@"(?m)^contract +none that is known$", CliAssert.Succeeded(await Cli.RunAsync("module", "inspect", _folder.Guest("(module)"))));

    [Fact]
    public async Task What_is_no_module_is_refused_at_its_byte() =>
        CliAssert.Refused(CliAssert.Failed, "The module is malformed at byte 0", await Cli.RunAsync("module", "inspect", _folder.Write("text.wasm", "no module")));

    [Fact]
    public async Task A_file_that_is_not_there_is_named() =>
        CliAssert.Refused(CliAssert.Failed, "'gone.wasm' cannot be read", await Cli.RunAsync("module", "inspect", "gone.wasm"));
}
