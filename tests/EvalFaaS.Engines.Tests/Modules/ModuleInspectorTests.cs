using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class ModuleInspectorTests
{
    [Fact]
    public void A_command_shows_what_its_program_imports_and_exports()
    {
        var module = ModuleInspector.Inspect(ModuleAssets.Read("greet"));
        Assert.Equal(
            ["args_get (i32, i32) -> i32", "args_sizes_get (i32, i32) -> i32", "environ_get (i32, i32) -> i32", "environ_sizes_get (i32, i32) -> i32", "fd_read (i32, i32, i32, i32) -> i32", "fd_write (i32, i32, i32, i32) -> i32", "proc_exit (i32) -> ()"],
            module.Imports.Select(i => $"{i.Name} {i.Type}"));
        Assert.All(module.Imports, i => Assert.Equal("wasi_snapshot_preview1", i.Module));
        Assert.Equal(["memory Memory", "_start Function"], module.Exports.Select(e => $"{e.Name} {e.Kind}"));
        Assert.Equal([new SizeLimits(1, null)], module.Memories);
        Assert.Equal(ContractKind.WasiCommand, module.Contract);
    }

    [Fact]
    public void A_reactor_is_recognised_by_its_exports() =>
        Assert.Equal(ContractKind.Reactor, ModuleInspector.Inspect(ModuleAssets.Read("reactor")).Contract);

    [Fact]
    public void A_module_without_exports_has_no_contract() =>
        Assert.Null(ModuleInspector.Inspect(ModuleBytes.Header).Contract);

    [Fact]
    public void An_export_of_another_type_makes_no_contract()
    {
        byte[] start = [6, (byte)'_', (byte)'s', (byte)'t', (byte)'a', (byte)'r', (byte)'t', 0, 0];
        var module = ModuleBytes.Of(
            ModuleBytes.Section(1, 1, 0x60, 1, 0x7F, 0), ModuleBytes.Section(3, 1, 0), ModuleBytes.Section(7, [1, .. start]), ModuleBytes.Section(10, 1, 2, 0, 0x0B));
        Assert.Null(ModuleInspector.Inspect(module).Contract);
    }

    [Fact]
    public void A_component_is_recognised_by_its_layer() =>
        Assert.Equal(ContractKind.HttpComponent, ModuleInspector.Inspect([0x00, 0x61, 0x73, 0x6D, 0x0D, 0, 1, 0, 0xFF]).Contract);

    [Fact]
    public void Imports_of_every_kind_are_listed_and_imported_memories_and_tables_come_first()
    {
        var module = ModuleInspector.Inspect(ModuleAssets.Read("everything"));
        Assert.Equal([ExternalKind.Function, ExternalKind.Global, ExternalKind.Table], module.Imports.Select(i => i.Kind));
        Assert.Equal([new SizeLimits(1, 2), new SizeLimits(3, null)], module.Tables);
        Assert.Equal([new SizeLimits(1, 4), new SizeLimits(2, null)], module.Memories);
        Assert.Equal("() -> (i32, i64)", module.ExportedFunction("numbers")!.ToString());
    }

    [Fact]
    public void Proposals_are_found_in_code_and_declarations() => Assert.Equal(
        WasmFeatures.Standard | WasmFeatures.TailCalls | WasmFeatures.ExtendedConst | WasmFeatures.MultiMemory | WasmFeatures.Threads | WasmFeatures.Exceptions,
        ModuleInspector.Inspect(ModuleAssets.Read("everything")).Features);

    [Theory]
    [InlineData(WasmFeatures.Simd | WasmFeatures.RelaxedSimd, new byte[] { 0x00, 0xFD, 0x80, 0x02 })]
    [InlineData(WasmFeatures.GarbageCollection, new byte[] { 0x00, 0xFB, 0x1C, 0x1A })]
    [InlineData(WasmFeatures.GarbageCollection | WasmFeatures.TailCalls, new byte[] { 0x00, 0x15, 0x00 })]
    [InlineData(WasmFeatures.Exceptions, new byte[] { 0x1F, 0x40, 0x01, 0x02, 0x00, 0x0B })]
    [InlineData(WasmFeatures.Exceptions, new byte[] { 0x06, 0x40, 0x19, 0x0B })]
    [InlineData(WasmFeatures.ReferenceTypes, new byte[] { 0xD0, 0x6F, 0x1A })]
    [InlineData(WasmFeatures.None, new byte[] { 0x41, 0x80, 0x80, 0x80, 0x80, 0x78, 0x1A })]
    public void An_instruction_belongs_to_its_proposal(WasmFeatures expected, byte[] instructions) =>
        Assert.Equal(expected, ModuleInspector.Inspect(ModuleBytes.Body(instructions)).Features);

    [Fact]
    public void A_wide_memory_is_found_with_its_limits()
    {
        var module = ModuleInspector.Inspect(ModuleBytes.Of(ModuleBytes.Section(5, 1, 5, 1, 0x80, 0x80, 0x04)));
        Assert.Equal(WasmFeatures.Memory64, module.Features);
        Assert.Equal([new SizeLimits(1, 65_536)], module.Memories);
    }

    [Fact]
    public void Opening_a_file_gives_its_digest_and_full_path()
    {
        var file = ModuleFile.Open(ModuleAssets.PathOf("greet"));
        Assert.Equal(ModuleDigest.Of(ModuleAssets.Read("greet")), file.Digest);
        Assert.Equal(ModuleAssets.PathOf("greet"), file.Path);
    }

    [Fact]
    public void Opening_a_file_that_is_not_there_says_so()
    {
        var fault = Assert.Throws<FaultException>(() => ModuleFile.Open("/nowhere/absent.wasm")).Fault;
        Assert.Equal(FaultKind.ModuleUnavailable, fault.Kind);
        Assert.Contains("/nowhere/absent.wasm", fault.Message);
    }
}
