namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Finds functions whose references lie in globals and element segments, where indirect calls may find them.</summary>
internal static class References
{
    private const int Passive = 1, ExplicitIndex = 2, Expressions = 4;

    /// <summary>Reads the global section.</summary>
    public static void InGlobals(ref WasmReader section, ModuleContent content, CallGraph calls)
    {
        for (var count = section.UInt32(); count > 0; count--)
        {
            TypeReader.Value(ref section, content);
            content.Globals.Add(section.Byte() == 1);
            Constant(ref section, content, calls);
        }
    }

    /// <summary>Reads the element section.</summary>
    public static void InElements(ref WasmReader section, ModuleContent content, CallGraph calls)
    {
        for (var segments = section.UInt32(); segments > 0; segments--)
        {
            var flags = section.UInt32();
            var active = (flags & Passive) == 0;
            var explicitIndex = (flags & ExplicitIndex) != 0;
            if (active && explicitIndex) section.UInt32();
            if (active) Constant(ref section, content, calls);
            var typed = !active || explicitIndex;
            if ((flags & Expressions) == 0)
            {
                if (typed) section.Byte();
                for (var functions = section.UInt32(); functions > 0; functions--) calls.Taken((int)section.UInt32());
            }
            else
            {
                if (typed) TypeReader.Element(ref section, content);
                for (var expressions = section.UInt32(); expressions > 0; expressions--) Constant(ref section, content, calls);
            }
        }
    }

    private static void Constant(ref WasmReader section, ModuleContent content, CallGraph calls)
    {
        byte code;
        do
        {
            var ahead = section;
            code = ahead.Byte();
            if (code == Opcodes.RefFunc) calls.Taken((int)ahead.UInt32());
            InstructionScanner.Instruction(ref section, content);
        }
        while (code != Opcodes.End);
    }
}
