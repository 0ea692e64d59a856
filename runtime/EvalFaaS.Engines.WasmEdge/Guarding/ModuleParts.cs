using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>What the guard must know of a module: its sections and declarations, its code, and who may call whom. The module is valid already.</summary>
internal sealed class ModuleParts
{
    private const int HeaderBytes = 8;

    private ModuleParts(int length) => Length = length;

    /// <summary>Section ids and where their contents lie, in the module's order, custom ones left out.</summary>
    public List<(byte Id, Range Content)> Sections { get; } = [];

    /// <summary>Types, functions, tables, memories, globals.</summary>
    public ModuleContent Content { get; } = new();

    /// <summary>Element type of each table.</summary>
    public List<byte> Tables { get; } = [];

    /// <summary>The start function, if there is one.</summary>
    public int? Start { get; private set; }

    /// <summary>The functions' code, after the imported ones.</summary>
    public List<FunctionCode> Code { get; } = [];

    /// <summary>Functions that are imported.</summary>
    public int ImportedFunctions => Content.Functions.Count - Content.DeclaredFunctions;

    /// <summary>Who may call whom.</summary>
    public CallGraph Calls { get; private set; } = new(0);

    /// <summary>Bytes of the module.</summary>
    public int Length { get; }

    /// <summary>Reads a module that an engine found valid.</summary>
    public static ModuleParts Read(ReadOnlySpan<byte> module)
    {
        var parts = new ModuleParts(module.Length);
        var reader = new WasmReader(module[HeaderBytes..], HeaderBytes);
        while (!reader.AtEnd)
        {
            var id = reader.Byte();
            var length = reader.UInt32();
            var start = reader.Offset;
            var section = reader.Slice(length);
            if (id == SectionIds.Custom) continue;
            parts.Sections.Add((id, start..(start + (int)length)));
            parts.Read(id, section);
        }

        return parts;
    }

    private void Read(byte id, WasmReader section)
    {
        switch (id)
        {
            case SectionIds.Type:
                TypeReader.Section(ref section, Content);
                break;
            case SectionIds.Import:
                DeclarationSections.Imports(ref section, Content);
                break;
            case SectionIds.Function:
                DeclarationSections.Functions(ref section, Content);
                Calls = new CallGraph(Content.Functions.Count);
                break;
            case SectionIds.Table:
                ReadTables(ref section);
                break;
            case SectionIds.Memory:
                DeclarationSections.Memories(ref section, Content);
                break;
            case SectionIds.Global:
                References.InGlobals(ref section, Content, Calls);
                break;
            case SectionIds.Export:
                DeclarationSections.Exports(ref section, Content);
                if (Content.Exports.Any(e => e.Name.StartsWith(GuardNames.Prefix, StringComparison.Ordinal)))
                    throw new FaultException(FaultKind.ModuleUnsupported, WasmEdgeEngine.Component, $"The module exports a name that begins with '{GuardNames.Prefix}', which is kept for the host.");
                break;
            case SectionIds.Start:
                Start = (int)section.UInt32();
                break;
            case SectionIds.Element:
                References.InElements(ref section, Content, Calls);
                break;
            case SectionIds.Code:
                var count = section.UInt32();
                for (var i = 0; i < count; i++) Code.Add(FunctionCode.Read(ref section, Content, ImportedFunctions + i, Calls));
                break;
        }
    }

    private void ReadTables(ref WasmReader section)
    {
        for (var count = section.UInt32(); count > 0; count--)
        {
            Tables.Add(section.Peek());
            TypeReader.Element(ref section, Content);
            Content.Tables.Add(TypeReader.Limits(ref section, Content, memory: false));
        }
    }
}

/// <summary>Numbers of sections.</summary>
internal static class SectionIds
{
    public const byte Custom = 0, Type = 1, Import = 2, Function = 3, Table = 4, Memory = 5, Global = 6, Export = 7, Start = 8, Element = 9, Code = 10, Tag = 13;

    /// <summary>Whether a section stands where the globals do or behind them.</summary>
    public static bool NotBeforeGlobals(byte id) => id >= Global && id != Tag;
}
