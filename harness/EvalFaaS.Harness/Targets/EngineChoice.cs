using EvalFaaS.Engines;
using EvalFaaS.Engines.Worker;

namespace EvalFaaS.Harness.Targets;

/// <summary>Engines by name.</summary>
public static class EngineChoice
{
    /// <summary>The engine of this name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public static IEngineProvider Find(string name) => EngineProviders.All.FirstOrDefault(e => e.Name == name)
        ?? throw new ArgumentException($"There is no engine '{name}'; there are {string.Join(", ", EngineProviders.All.Select(e => e.Name))}.");
}
