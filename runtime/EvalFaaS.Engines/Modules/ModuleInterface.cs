using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>What a module shows to the outside, read from its bytes without an engine.</summary>
public sealed record ModuleInterface
{
    /// <summary>Imports in the module's order.</summary>
    public required ImmutableArray<ModuleImport> Imports { get; init; }

    /// <summary>Exports in the module's order.</summary>
    public required ImmutableArray<ModuleExport> Exports { get; init; }

    /// <summary>Memories, imported ones first.</summary>
    public required ImmutableArray<SizeLimits> Memories { get; init; }

    /// <summary>Tables, imported ones first.</summary>
    public required ImmutableArray<SizeLimits> Tables { get; init; }

    /// <summary>Proposals that the module's code or declarations use.</summary>
    public required WasmFeatures Features { get; init; }

    /// <summary>The contract found, or null when it exports none that is known.</summary>
    public required ContractKind? Contract { get; init; }

    /// <summary>Whether a function import of this name is among <see cref="Imports"/>.</summary>
    public bool ImportsFunction(string module, string name)
    {
        foreach (var import in Imports)
            if (import.Type is not null && import.Module == module && import.Name == name) return true;
        return false;
    }

    /// <summary>The type of an exported function, or null.</summary>
    public FunctionType? ExportedFunction(string name)
    {
        foreach (var export in Exports)
            if (export.Name == name) return export.Type;
        return null;
    }
}

/// <summary>Something a module needs.</summary>
/// <param name="Module">The import's module name.</param>
/// <param name="Name">The import's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Type">The function's type where it is a function.</param>
public sealed record ModuleImport(string Module, string Name, ExternalKind Kind, FunctionType? Type)
{
    /// <summary>For messages, for example <c>env.log (i32) -> ()</c> or <c>env.memory (memory)</c>.</summary>
    public override string ToString() => $"{Module}.{Name} {Type?.ToString() ?? $"({Kind.ToString().ToLowerInvariant()})"}";
}

/// <summary>Something a module offers.</summary>
/// <param name="Name">The export's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Its index in its own index space.</param>
/// <param name="Type">The function's type where it is a function.</param>
public sealed record ModuleExport(string Name, ExternalKind Kind, int Index, FunctionType? Type);

/// <summary>Minimum and maximum of a memory (64 KiB pages) or a table (elements).</summary>
/// <param name="Minimum">At instantiation.</param>
/// <param name="Maximum">Declared, or null.</param>
public readonly record struct SizeLimits(ulong Minimum, ulong? Maximum);
