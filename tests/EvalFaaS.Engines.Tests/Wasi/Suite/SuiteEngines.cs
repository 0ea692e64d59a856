using EvalFaaS.Engines.Worker;

namespace EvalFaaS.Engines.Tests;

/// <summary>The engines that the suite is run on, made once.</summary>
public sealed class SuiteEngines : IDisposable
{
    private readonly Dictionary<string, IWasmEngine> _engines = [];
    private readonly Lock _lock = new();

    internal static IReadOnlyList<IEngineProvider> Providers => EngineProviders.All;

    /// <summary>The engine of this name; the test is skipped where it cannot be had.</summary>
    public IWasmEngine Get(string name)
    {
        lock (_lock)
        {
            if (_engines.TryGetValue(name, out var engine)) return engine;
            var provider = Providers.First(p => p.Name == name);
            if (provider.WhyUnavailable() is { } why) Assert.Skip(why);
            return _engines[name] = provider.Create(new EngineOptions { MaximumInstances = 16 });
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var engine in _engines.Values) engine.Dispose();
    }
}
