using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>The modules that this worker knows, and those of them that it has loaded: at most <see cref="MaximumLoaded"/> that have no instance.</summary>
internal sealed class ModuleTable(IWasmEngine engine, HostImports standard) : IDisposable
{
    /// <summary>Beyond it, the module unused for longest is unloaded; it is loaded again when it is asked for.</summary>
    public const int MaximumLoaded = 64;

    private readonly Dictionary<int, ModuleDefinition> _known = [];
    private readonly Dictionary<int, LoadedModule> _loaded = [];
    private long _uses;

    public void Define(ModuleDefinition definition) => _known[definition.Key] = definition;

    /// <summary>The module, loaded now where it is not yet.</summary>
    /// <exception cref="FaultException">It cannot be loaded.</exception>
    public LoadedModule Load(int key)
    {
        if (!_loaded.TryGetValue(key, out var module))
        {
            var definition = _known.GetValueOrDefault(key) ?? throw new ProtocolException($"Module {key} was never told.");
            MakeRoom();
            var imports = definition.Stubs.Count == 0 ? standard : new HostImports([.. standard.Functions, .. definition.Stubs]);
            var load = engine.LoadAsync(definition.Module, definition.CodePath, imports, CancellationToken.None);
            _loaded[key] = module = new LoadedModule(load.IsCompletedSuccessfully ? load.Result : load.AsTask().GetAwaiter().GetResult());
        }

        module.LastUse = ++_uses;
        return module;
    }

    public bool IsLoaded(int key) => _loaded.ContainsKey(key);

    public void Unload(int key)
    {
        _known.Remove(key);
        if (_loaded.Remove(key, out var module)) module.Release();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var module in _loaded.Values) module.Release();
    }

    private void MakeRoom()
    {
        if (_loaded.Count < MaximumLoaded) return;
        var oldest = _loaded.Where(m => m.Value.Instances == 0).OrderBy(m => m.Value.LastUse).Select(m => (int?)m.Key).FirstOrDefault();
        if (oldest is { } key && _loaded.Remove(key, out var module)) module.Release();
    }
}

/// <summary>A loaded module and how many of its instances live; unloaded when it is released and none does.</summary>
internal sealed class LoadedModule(CompiledModule code)
{
    private bool _released;

    public CompiledModule Code => code;

    public int Instances { get; private set; }

    public long LastUse { get; set; }

    public void AddInstance() => Instances++;

    public void RemoveInstance()
    {
        Instances--;
        DisposeUnused();
    }

    public void Release()
    {
        _released = true;
        DisposeUnused();
    }

    private void DisposeUnused()
    {
        if (_released && Instances == 0) code.Dispose();
    }
}
