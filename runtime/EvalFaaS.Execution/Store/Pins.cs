using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Counts who needs a module's files: deployed revisions and deployments under way. What is pinned is never evicted.</summary>
internal sealed class Pins
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(ModuleDigest module)
    {
        lock (_lock) _counts[module.Hex] = _counts.GetValueOrDefault(module.Hex) + 1;
    }

    public void Remove(ModuleDigest module)
    {
        lock (_lock)
        {
            var left = _counts[module.Hex] - 1;
            if (left > 0) _counts[module.Hex] = left;
            else _counts.Remove(module.Hex);
        }
    }

    public bool Contains(string hex)
    {
        lock (_lock) return _counts.ContainsKey(hex);
    }
}
