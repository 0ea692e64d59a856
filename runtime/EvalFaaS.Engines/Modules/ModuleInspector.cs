using System.Buffers.Binary;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>Reads what a module shows to the outside from its bytes, without an engine and without trusting them.</summary>
/// <remarks>
/// Checks structure (WebAssembly core specification, chapter 5), not types: what it accepts an engine may still refuse.
/// Takes time and memory in proportion to the bytes.
/// </remarks>
public static class ModuleInspector
{
    private const uint Magic = 0x6D736100; // "\0asm"
    private const ushort CoreLayer = 0, ComponentLayer = 1, CoreVersion = 1;
    private const byte Custom = 0, LastSection = 13;
    private const int HeaderBytes = 8;

    /// <summary>Place of each section, by its id, in the order that the format prescribes; 0 is anywhere.</summary>
    private static ReadOnlySpan<byte> Order => [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 11, 6];

    /// <summary>Inspects a module.</summary>
    /// <param name="module">The binary, not the text format.</param>
    /// <returns>For a component, which is recognised by its header alone, an empty interface with the contract <see cref="ContractKind.HttpComponent"/>.</returns>
    /// <exception cref="FaultException"><see cref="FaultKind.ModuleMalformed"/>, with the byte where the reading stopped.</exception>
    public static ModuleInterface Inspect(ReadOnlySpan<byte> module)
    {
        var content = new ModuleContent();
        if (IsComponent(module)) return Result(content, ContractKind.HttpComponent);
        var reader = new WasmReader(module[HeaderBytes..], HeaderBytes);
        var last = 0;
        while (!reader.AtEnd)
        {
            var at = reader.Offset;
            var id = reader.Byte();
            var section = reader.Slice(reader.UInt32());
            if (id == Custom)
            {
                section.Name();
                continue;
            }

            if (id > LastSection) throw WasmReader.Malformed($"{id} is no section", at);
            if (Order[id] <= last) throw WasmReader.Malformed($"section {id} comes twice or too late", at);
            last = Order[id];
            Read(id, ref section, content);
            if (!section.AtEnd) throw section.Malformed($"section {id} goes on after its end");
        }

        if (content.Bodies != content.DeclaredFunctions) throw reader.Malformed($"{content.DeclaredFunctions} functions are declared and {content.Bodies} have code");
        if (content.DataCount is { } count && count != content.DataSegments) throw reader.Malformed($"{count} data segments are announced and {content.DataSegments} are there");
        if (content.Tables.Count > 1) content.Use(WasmFeatures.ReferenceTypes);
        if (content.Memories.Count > 1) content.Use(WasmFeatures.MultiMemory);
        return Result(content, ContractFinder.Find(content.Exports));
    }

    private static bool IsComponent(ReadOnlySpan<byte> module)
    {
        if (module.Length < HeaderBytes) throw WasmReader.Malformed("it ends before its header does", module.Length);
        if (BinaryPrimitives.ReadUInt32LittleEndian(module) != Magic) throw WasmReader.Malformed("it does not begin with \\0asm", 0);
        var version = BinaryPrimitives.ReadUInt16LittleEndian(module[4..]);
        var layer = BinaryPrimitives.ReadUInt16LittleEndian(module[6..]);
        return layer switch
        {
            CoreLayer when version == CoreVersion => false,
            ComponentLayer => true,
            _ => throw WasmReader.Malformed($"version {version}, layer {layer} is neither a module of version 1 nor a component", 4),
        };
    }

    private static void Read(byte id, ref WasmReader section, ModuleContent content)
    {
        switch (id)
        {
            case 1: TypeReader.Section(ref section, content); break;
            case 2: DeclarationSections.Imports(ref section, content); break;
            case 3: DeclarationSections.Functions(ref section, content); break;
            case 4: DeclarationSections.Tables(ref section, content); break;
            case 5: DeclarationSections.Memories(ref section, content); break;
            case 6: DeclarationSections.Globals(ref section, content); break;
            case 7: DeclarationSections.Exports(ref section, content); break;
            case 8: ContentSections.Start(ref section, content); break;
            case 9: ContentSections.Elements(ref section, content); break;
            case 10: ContentSections.Code(ref section, content); break;
            case 11: ContentSections.Data(ref section, content); break;
            case 12: ContentSections.DataCount(ref section, content); break;
            case 13: DeclarationSections.Tags(ref section, content); break;
        }
    }

    private static ModuleInterface Result(ModuleContent content, ContractKind? contract) => new()
    {
        Imports = [.. content.Imports],
        Exports = [.. content.Exports],
        Memories = [.. content.Memories],
        Tables = [.. content.Tables],
        Features = content.Features,
        Contract = contract,
    };
}
