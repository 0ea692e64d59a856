namespace EvalFaaS.Engines;

/// <summary>Reads the sections that declare: imports, functions, tables, memories, tags, globals, exports.</summary>
internal static class DeclarationSections
{
    public static void Imports(ref WasmReader reader, ModuleContent content)
    {
        for (var count = reader.Count("imports", 4, 100_000); count > 0; count--)
        {
            var module = reader.Name();
            var name = reader.Name();
            var kind = Kind(ref reader);
            FunctionType? type = null;
            switch (kind)
            {
                case ExternalKind.Function:
                    content.Functions.Add(type = TypeReader.OfFunction(ref reader, content));
                    break;
                case ExternalKind.Table:
                    Table(ref reader, content);
                    break;
                case ExternalKind.Memory:
                    content.Memories.Add(TypeReader.Limits(ref reader, content, memory: true));
                    break;
                case ExternalKind.Global:
                    if (GlobalType(ref reader, content)) content.Use(WasmFeatures.MutableGlobals);
                    break;
                case ExternalKind.Tag:
                    Tag(ref reader, content);
                    break;
            }

            content.Imports.Add(new ModuleImport(module, name, kind, type));
        }
    }

    public static void Functions(ref WasmReader reader, ModuleContent content)
    {
        content.DeclaredFunctions = reader.Count("functions");
        for (var i = content.DeclaredFunctions; i > 0; i--) content.Functions.Add(TypeReader.OfFunction(ref reader, content));
    }

    public static void Tables(ref WasmReader reader, ModuleContent content)
    {
        const byte WithInitialiser = 0x40;
        for (var count = reader.Count("tables", 2); count > 0; count--)
        {
            var initialised = reader.Peek() == WithInitialiser;
            if (initialised)
            {
                reader.Byte();
                if (reader.Byte() != 0) throw reader.Malformed("a table's initialiser is of no known form");
                content.Use(WasmFeatures.GarbageCollection);
            }

            Table(ref reader, content);
            if (initialised) InstructionScanner.Constant(ref reader, content);
        }
    }

    public static void Memories(ref WasmReader reader, ModuleContent content)
    {
        for (var count = reader.Count("memories", 2); count > 0; count--) content.Memories.Add(TypeReader.Limits(ref reader, content, memory: true));
    }

    public static void Tags(ref WasmReader reader, ModuleContent content)
    {
        for (var count = reader.Count("tags", 2); count > 0; count--) Tag(ref reader, content);
    }

    public static void Globals(ref WasmReader reader, ModuleContent content)
    {
        for (var count = reader.Count("globals", 3); count > 0; count--)
        {
            GlobalType(ref reader, content);
            InstructionScanner.Constant(ref reader, content);
        }
    }

    public static void Exports(ref WasmReader reader, ModuleContent content)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var count = reader.Count("exports", 3, 100_000); count > 0; count--)
        {
            var at = reader.Offset;
            var name = reader.Name();
            if (!names.Add(name)) throw WasmReader.Malformed($"'{name}' is exported twice", at);
            var kind = Kind(ref reader);
            at = reader.Offset;
            var index = reader.UInt32();
            var declared = kind switch
            {
                ExternalKind.Function => content.Functions.Count,
                ExternalKind.Table => content.Tables.Count,
                ExternalKind.Memory => content.Memories.Count,
                ExternalKind.Global => content.Globals.Count,
                _ => content.Tags,
            };
            if (index >= declared) throw WasmReader.Malformed($"'{name}' exports {kind.ToString().ToLowerInvariant()} {index} of {declared}", at);
            if (kind == ExternalKind.Global && content.Globals[(int)index]) content.Use(WasmFeatures.MutableGlobals);
            content.Exports.Add(new ModuleExport(name, kind, (int)index, kind == ExternalKind.Function ? content.Functions[(int)index] : null));
        }
    }

    private static ExternalKind Kind(ref WasmReader reader)
    {
        var kind = reader.Byte();
        return kind <= (byte)ExternalKind.Tag ? (ExternalKind)kind : throw WasmReader.Malformed($"0x{kind:x2} is no kind of import or export", reader.Offset - 1);
    }

    private static void Table(ref WasmReader reader, ModuleContent content)
    {
        TypeReader.Element(ref reader, content);
        content.Tables.Add(TypeReader.Limits(ref reader, content, memory: false));
    }

    private static bool GlobalType(ref WasmReader reader, ModuleContent content)
    {
        TypeReader.Value(ref reader, content);
        var mutable = reader.Byte();
        if (mutable > 1) throw WasmReader.Malformed("a global is neither mutable nor not", reader.Offset - 1);
        content.Globals.Add(mutable == 1);
        return mutable == 1;
    }

    private static void Tag(ref WasmReader reader, ModuleContent content)
    {
        if (reader.Byte() != 0) throw WasmReader.Malformed("a tag is of no known form", reader.Offset - 1);
        TypeReader.OfFunction(ref reader, content);
        content.Use(WasmFeatures.Exceptions);
        content.Tags++;
    }
}
