using EvalFaaS.Engines.WasmEdge.Interop;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>The host functions that one module imports, each once, with what a call of them needs.</summary>
internal sealed class ImportTable
{
    private readonly ulong[] _resultTypes;

    /// <summary>Takes those that the module imports; all of them must be granted.</summary>
    public ImportTable(ModuleInterface module, HostImports granted)
    {
        Functions = module.Imports.Select(i => granted.Find(i.Module, i.Name)!).Distinct().ToArray();
        _resultTypes = Functions.Select(f => f.Type.Results.Length > 0 ? ValueTypes.Of(f.Type.Results[0]) : 0).ToArray();
        Int32 = ValueTypes.Of(ValueKind.I32);
    }

    /// <summary>In the order of their numbers.</summary>
    public HostFunction[] Functions { get; }

    /// <summary>The library's word for i32.</summary>
    public ulong Int32 { get; }

    /// <summary>The library's word for the type of a function's one result.</summary>
    public ulong ResultType(int function) => _resultTypes[function];
}
