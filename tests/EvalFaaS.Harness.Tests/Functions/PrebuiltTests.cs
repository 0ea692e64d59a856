using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Tests.Functions;

public sealed class PrebuiltTests
{
    private const int PageBytes = 65536;
    private const int MostBytesInGo = 4 << 20;

    private static string Folder => Path.Combine(Library.Open.Root, "prebuilt");

    [Fact]
    public void Every_module_has_the_digest_that_is_written_down()
    {
        var written = Digests.Read(Path.Combine(Folder, "DIGESTS")).Modules;
        var found = Directory.EnumerateFiles(Folder, "*.wasm").ToDictionary(f => Path.GetFileName(f)!, f => ModuleDigest.Of(File.ReadAllBytes(f)).Hex);
        Assert.Equal(found.OrderBy(d => d.Key, StringComparer.Ordinal), written.OrderBy(d => d.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_module_is_one_of_the_index()
    {
        var builds = Library.Open.Functions.SelectMany(f => f.Builds).SelectMany(b => new[] { b.ReactorPath, b.CommandPath });
        Assert.Equal(builds.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Folder, "*.wasm").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Library.Builds), MemberType = typeof(Library))]
    public void A_reactor_is_recognised_imports_nothing_else_and_begins_small(string name)
    {
        var build = Library.Open.Find(name);
        var module = Inspect(build.ReactorPath);
        Assert.Equal(ContractKind.Reactor, module.Contract);
        // Go's runtime asks WASI for the time, for random numbers and for the end, and is large.
        var go = build.Language == "go";
        Assert.All(module.Imports, import => Assert.True(import.Module == "evalfaas" || (go && import.Module == "wasi_snapshot_preview1"), import.Module));
        var most = go ? MostBytesInGo : new FileInfo(build.ReactorPath).Length + (2 * PageBytes);
        Assert.True((long)module.Memories.Single().Minimum * PageBytes <= most, $"A reactor begins with at most {most} bytes of memory.");
    }

    [Theory]
    [MemberData(nameof(Library.Builds), MemberType = typeof(Library))]
    public void A_command_is_recognised_and_imports_WASI_alone(string name)
    {
        var module = Inspect(Library.Open.Find(name).CommandPath);
        Assert.Equal(ContractKind.WasiCommand, module.Contract);
        Assert.All(module.Imports, import => Assert.Equal("wasi_snapshot_preview1", import.Module));
    }

    [Theory]
    [MemberData(nameof(Library.Builds), MemberType = typeof(Library))]
    public void A_module_uses_nothing_beyond_the_standard_proposals(string name)
    {
        var build = Library.Open.Find(name);
        Assert.Equal(WasmFeatures.None, (Inspect(build.ReactorPath).Features | Inspect(build.CommandPath).Features) & ~WasmFeatures.Standard);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("echo")]
    public void The_smallest_reactors_take_less_than_two_KiB(string name) =>
        Assert.InRange(new FileInfo(Library.Open.Find(name).ReactorPath).Length, 1, 2048);

    private static ModuleInterface Inspect(string path) => ModuleInspector.Inspect(File.ReadAllBytes(path));
}
