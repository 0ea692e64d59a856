using System.Collections.Frozen;

namespace EvalFaaS.Engines;

/// <summary>The functions that the host grants to a module.</summary>
public sealed class HostImports
{
    private readonly FrozenDictionary<(string Module, string Name), HostFunction> _functions;

    /// <summary>Grants these.</summary>
    public HostImports(IEnumerable<HostFunction> functions) =>
        _functions = functions.ToFrozenDictionary(f => (f.Module, f.Name));

    /// <summary>All of them.</summary>
    public IEnumerable<HostFunction> Functions => _functions.Values;

    /// <summary>The function of this name, or null.</summary>
    public HostFunction? Find(string module, string name) => _functions.GetValueOrDefault((module, name));

    /// <summary>Function imports of a module that are not granted, or granted with another type; imports that are no functions are never granted.</summary>
    public IEnumerable<ModuleImport> Missing(ModuleInterface module) =>
        module.Imports.Where(i => i.Type is null || !i.Type.Equals(Find(i.Module, i.Name)?.Type));
}
