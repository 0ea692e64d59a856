namespace EvalFaaS.Engines.Worker;

/// <summary>The instances that live in this worker, by the identity that the parent gave them.</summary>
internal sealed class InstanceTable : IDisposable
{
    private readonly Dictionary<long, LiveInstance> _kept = [];

    public LiveInstance Kept(long id) => _kept.GetValueOrDefault(id) ?? throw new ProtocolException($"Instance {id} is not kept here.");

    public void Keep(long id, LiveInstance instance) => _kept[id] = instance;

    public void Drop(long id)
    {
        if (_kept.Remove(id, out var instance)) instance.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var instance in _kept.Values) instance.Dispose();
    }
}

/// <summary>An instance and the module that must outlive it.</summary>
internal sealed class LiveInstance : IDisposable
{
    private readonly LoadedModule _module;

    public LiveInstance(LoadedModule module, WasmInstance instance)
    {
        _module = module;
        Instance = instance;
        module.AddInstance();
    }

    public WasmInstance Instance { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Instance.Dispose();
        _module.RemoveInstance();
    }
}
