using CsCheck;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class MalformedModuleTests
{
    private static readonly byte[][] Modules = [ModuleAssets.Read("greet"), ModuleAssets.Read("everything"), ModuleAssets.Read("reactor")];

    [Theory]
    [InlineData("before its header", 4, new byte[] { 0, 0x61, 0x73, 0x6D })]
    [InlineData("does not begin with", 0, new byte[] { 0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0 })]
    [InlineData("neither a module of version 1 nor a component", 4, new byte[] { 0, 0x61, 0x73, 0x6D, 2, 0, 0, 0 })]
    public void A_wrong_header_is_told_with_its_place(string what, int at, byte[] module) => Refused(module, what, at);

    [Fact]
    public void A_count_beyond_the_bytes_left_is_refused_before_anything_is_made() =>
        Refused(ModuleBytes.Of(ModuleBytes.Section(1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F)), "4294967295 types are announced", 10);

    [Fact]
    public void A_number_of_too_many_bytes_is_refused() =>
        Refused(ModuleBytes.Of(ModuleBytes.Section(1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00)), "does not fit 32 bits", 10);

    [Fact]
    public void A_number_with_unused_bits_set_is_refused() =>
        Refused(ModuleBytes.Body(0x41, 0x80, 0x80, 0x80, 0x80, 0x48), "signed number does not fit 32 bits", 24);

    [Fact]
    public void Sections_out_of_order_are_refused() =>
        Refused(ModuleBytes.Of(ModuleBytes.Section(3, 0), ModuleBytes.Section(1, 0)), "section 1 comes twice or too late", 11);

    [Fact]
    public void A_section_longer_than_its_content_is_refused() =>
        Refused(ModuleBytes.Of(ModuleBytes.Section(1, 0, 0)), "section 1 goes on after its end", 11);

    [Fact]
    public void Functions_without_code_are_refused() =>
        Refused(ModuleBytes.Of(ModuleBytes.Section(1, 1, 0x60, 0, 0), ModuleBytes.Section(3, 1, 0)), "1 functions are declared and 0 have code", 18);

    [Fact]
    public void A_memory_beyond_its_addresses_is_refused() =>
        Refused(ModuleBytes.Of(ModuleBytes.Section(5, 1, 0, 0x81, 0x80, 0x04)), "larger than its addresses reach", 12);

    [Fact]
    public void An_export_of_nothing_is_refused() =>
        Refused(ModuleBytes.Of(ModuleBytes.Section(7, 1, 1, (byte)'f', 0, 0)), "'f' exports function 0 of 0", 14);

    [Fact]
    public void A_name_that_is_not_text_is_refused() =>
        Refused(ModuleBytes.Of(ModuleBytes.Section(7, 1, 2, 0xC3, 0x28, 0, 0)), "a name is not UTF-8", 11);

    [Fact]
    public void Every_truncation_of_a_real_module_is_malformed_or_a_module()
    {
        foreach (var module in Modules)
            for (var length = 0; length < module.Length; length++) InspectsOrFaults(module.AsSpan(0, length));
    }

    [Fact]
    public void Flipped_bits_never_do_more_than_fault() => Gen
        .Select(Gen.Int[0, Modules.Length - 1].Select(i => Modules[i]), Gen.Int[0, int.MaxValue].Array[1, 8])
        .Sample((module, flips) =>
        {
            var damaged = (byte[])module.Clone();
            foreach (var flip in flips) damaged[flip / 8 % damaged.Length] ^= (byte)(1 << flip % 8);
            InspectsOrFaults(damaged);
        }, iter: 20_000);

    [Fact]
    public void Random_sections_never_do_more_than_fault() => Gen
        .Select(Gen.Byte[0, 14], Gen.Byte.Array[0, 64])
        .Array[1, 5]
        .Sample(sections => InspectsOrFaults(ModuleBytes.Of([.. sections.Select(s => ModuleBytes.Section(s.Item1, s.Item2))])), iter: 50_000);

    [Fact]
    public void Random_code_never_does_more_than_fault() => Gen.Byte.Array[0, 64]
        .Sample(code => InspectsOrFaults(ModuleBytes.Body(code)), iter: 50_000);

    private static void InspectsOrFaults(ReadOnlySpan<byte> module)
    {
        try
        {
            ModuleInspector.Inspect(module);
        }
        catch (FaultException e)
        {
            Assert.Equal(FaultKind.ModuleMalformed, e.Fault.Kind);
        }
    }

    private static void Refused(byte[] module, string what, int at)
    {
        var fault = Assert.Throws<FaultException>(() => ModuleInspector.Inspect(module)).Fault;
        Assert.Equal(FaultKind.ModuleMalformed, fault.Kind);
        Assert.Contains(what, fault.Message);
        Assert.Contains($"at byte {at} ", fault.Message);
    }
}
