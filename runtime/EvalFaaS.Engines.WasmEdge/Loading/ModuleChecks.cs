using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Checks that the library leaves out, or makes too late to be told apart.</summary>
internal static class ModuleChecks
{
    /// <summary>Proposals, by what the module uses and not by what the library happens to accept.</summary>
    public static void Proposals(ModuleInterface module, WasmFeatures features)
    {
        if ((module.Features & ~features) is not WasmFeatures.None and var missing)
            throw new FaultException(FaultKind.ModuleUnsupported, WasmEdgeEngine.Component, $"The module uses proposals that are not switched on: {missing}.");
    }

    /// <summary>Imports, by name and type.</summary>
    public static void Imports(ModuleInterface module, HostImports imports)
    {
        if (imports.Missing(module).FirstOrDefault() is { } import) throw Faults.ImportMissing(WasmEdgeEngine.Component, import);
    }

    /// <summary>What the module has at first, against what an invocation may have. The library would cut a memory down without a word.</summary>
    public static void Limits(ulong memoryBytes, long elements, InvocationLimits limits, WasmEdgeConfiguration configuration)
    {
        var most = (ulong)Math.Min(limits.MemoryBytes, configuration.MaximumMemoryBytes);
        if (memoryBytes > most)
            throw new FaultException(FaultKind.MemoryLimit, WasmEdgeEngine.Component, $"The module begins with {memoryBytes} bytes of memory and may have {most}. Raise its memory limit or link it with a smaller memory.");
        if (elements > limits.TableElements)
            throw new FaultException(FaultKind.TableLimit, WasmEdgeEngine.Component, $"The module begins with {elements} table elements and may have {limits.TableElements}.");
        if (limits.Fuel is not null && !configuration.Counts)
            throw new FaultException(FaultKind.ModuleUnsupported, WasmEdgeEngine.Component, "The function has an instruction budget and the engine does not count. Switch the engine's fuel on.");
    }
}
