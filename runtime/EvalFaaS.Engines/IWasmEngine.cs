namespace EvalFaaS.Engines;

/// <summary>One configured engine: compiles modules to artefacts on disk and loads them from there. Safe for any number of threads.</summary>
public interface IWasmEngine : IDisposable
{
    /// <summary>What the engine is, can do and how it is set, as read from the running configuration.</summary>
    EngineDescription Description { get; }

    /// <summary>Compiles a module into a file that <see cref="LoadAsync"/> takes.</summary>
    /// <param name="module">The module, already on disk and inspected.</param>
    /// <param name="codePath">Where to write; the caller renames it into place.</param>
    /// <param name="cancellation">Gives up; a partly written file is the caller's to remove.</param>
    /// <exception cref="Model.FaultException">The module is malformed or unsupported, or the disk is full.</exception>
    /// <remarks>Engines without ahead-of-time code (<see cref="EngineCapabilities.AheadOfTime"/> false) are never asked.</remarks>
    ValueTask CompileAsync(ModuleFile module, string codePath, CancellationToken cancellation);

    /// <summary>Loads a module so that instances of it are cheap.</summary>
    /// <param name="module">The module.</param>
    /// <param name="codePath">Its compiled code, trusted and undamaged (the caller has checked), or null where the engine has none.</param>
    /// <param name="imports">What the host grants it. An import that is in none of these is a fault that names it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Model.FaultException">An import is missing, the module is unsupported, or no memory mappings are left.</exception>
    ValueTask<CompiledModule> LoadAsync(ModuleFile module, string? codePath, HostImports imports, CancellationToken cancellation);
}
