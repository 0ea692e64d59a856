using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>The engines of a node by name. Each is made when it is first needed.</summary>
public sealed class EngineSet : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IWasmEngine> _made = [];
    private readonly IReadOnlyList<IEngineProvider> _providers;
    private readonly EngineOptions _options;

    internal EngineSet(IReadOnlyList<IEngineProvider> providers, EngineOptions options)
    {
        _providers = providers;
        _options = options;
    }

    /// <summary>Names of all engines, had or not, in the order given.</summary>
    public IEnumerable<string> Names => _providers.Select(p => p.Name);

    /// <summary>Null where the engine can be had; else what is missing and how to have it, or that no engine has this name.</summary>
    public string? WhyUnavailable(string name)
    {
        if (Provider(name) is { } provider) return provider.WhyUnavailable();
        return $"There is no engine '{name}'.{NearestName.Suggestion(name, Names)} Engines: {string.Join(", ", Names)}.";
    }

    /// <summary>The engine of this name, made now where it was not yet.</summary>
    /// <exception cref="FaultException"><see cref="FaultKind.EngineUnavailable"/>, with the message of <see cref="WhyUnavailable"/>.</exception>
    public IWasmEngine Get(string name)
    {
        lock (_lock)
        {
            if (_made.TryGetValue(name, out var engine)) return engine;
            if (WhyUnavailable(name) is { } why) throw new FaultException(FaultKind.EngineUnavailable, "engines", why);
            engine = Provider(name)!.Create(_options);
            _made.Add(name, engine);
            return engine;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var engine in _made.Values) engine.Dispose();
            _made.Clear();
        }
    }

    private IEngineProvider? Provider(string name) => _providers.FirstOrDefault(p => p.Name == name);
}
