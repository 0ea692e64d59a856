namespace EvalFaaS.Engines;

/// <summary>Reads the sections that hold code and data: start, elements, code, data.</summary>
internal static class ContentSections
{
    private const int Passive = 1, ExplicitIndex = 2, Expressions = 4;

    public static void Start(ref WasmReader reader, ModuleContent content)
    {
        var at = reader.Offset;
        var index = reader.UInt32();
        if (index >= content.Functions.Count) throw WasmReader.Malformed($"it starts with function {index} of {content.Functions.Count}", at);
    }

    public static void Elements(ref WasmReader reader, ModuleContent content)
    {
        for (var count = reader.Count("element segments", 2); count > 0; count--)
        {
            var at = reader.Offset;
            var flags = reader.UInt32();
            if (flags > 7) throw WasmReader.Malformed($"{flags} is no form of an element segment", at);
            var active = (flags & Passive) == 0;
            var explicitIndex = (flags & ExplicitIndex) != 0;
            if (!active) content.Use(explicitIndex ? WasmFeatures.ReferenceTypes : WasmFeatures.BulkMemory);
            if ((flags & Expressions) != 0) content.Use(WasmFeatures.BulkMemory);
            if (active)
            {
                if (explicitIndex && reader.UInt32() != 0) content.Use(WasmFeatures.ReferenceTypes);
                InstructionScanner.Constant(ref reader, content);
            }

            var typed = !active || explicitIndex;
            if ((flags & Expressions) == 0)
            {
                if (typed && reader.Byte() != 0) throw WasmReader.Malformed("an element segment is of no known kind", reader.Offset - 1);
                for (var functions = reader.Count("elements", 1, 10_000_000); functions > 0; functions--) Function(ref reader, content);
            }
            else
            {
                if (typed) TypeReader.Element(ref reader, content);
                for (var expressions = reader.Count("elements", 2, 10_000_000); expressions > 0; expressions--) InstructionScanner.Constant(ref reader, content);
            }
        }
    }

    public static void DataCount(ref WasmReader reader, ModuleContent content)
    {
        content.DataCount = (int)Math.Min(reader.UInt32(), int.MaxValue);
        content.Use(WasmFeatures.BulkMemory);
    }

    public static void Code(ref WasmReader reader, ModuleContent content)
    {
        content.Bodies = reader.Count("function bodies", 3);
        if (content.Bodies != content.DeclaredFunctions)
            throw reader.Malformed($"{content.DeclaredFunctions} functions are declared and {content.Bodies} have code");
        for (var i = content.Bodies; i > 0; i--)
        {
            var body = reader.Slice(reader.UInt32());
            ulong locals = 0;
            for (var groups = body.Count("groups of locals", 2); groups > 0; groups--)
            {
                locals += body.UInt32();
                if (locals > uint.MaxValue) throw body.Malformed("a function has too many locals");
                TypeReader.Value(ref body, content);
            }

            InstructionScanner.Body(ref body, content);
        }
    }

    public static void Data(ref WasmReader reader, ModuleContent content)
    {
        content.DataSegments = reader.Count("data segments", 2);
        for (var i = content.DataSegments; i > 0; i--)
        {
            var at = reader.Offset;
            var flags = reader.UInt32();
            if (flags > 2) throw WasmReader.Malformed($"{flags} is no form of a data segment", at);
            if (flags == Passive) content.Use(WasmFeatures.BulkMemory);
            if (flags == ExplicitIndex && reader.UInt32() != 0) content.Use(WasmFeatures.MultiMemory);
            if (flags != Passive) InstructionScanner.Constant(ref reader, content);
            reader.Skip(reader.UInt32());
        }
    }

    private static void Function(ref WasmReader reader, ModuleContent content)
    {
        var at = reader.Offset;
        var index = reader.UInt32();
        if (index >= content.Functions.Count) throw WasmReader.Malformed($"an element is function {index} of {content.Functions.Count}", at);
    }
}
