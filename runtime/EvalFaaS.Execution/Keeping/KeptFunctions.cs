using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>All revisions that keep-alive knows of. Only under the keeper's lock.</summary>
internal sealed class KeptFunctions(IKeepAlivePolicy policy, IReadOnlyList<ShadowKeepAlive> shadows)
{
    private const double MiB = 1 << 20;
    private const long PageBytes = 65_536;
    private const long LeastBytes = 4_096;
    private const long LeastLoadNs = 1_000;

    private readonly Dictionary<FunctionName, int> _numbers = [];

    /// <summary>What is known of a revision; its function gets a number when it is first met, and the policies hear what it is.</summary>
    public KeptFunction Of(DeployedFunction function)
    {
        if (function.Kept is { } known) return known;
        var name = function.Revision.Name.Function;
        if (!_numbers.TryGetValue(name, out var number)) _numbers[name] = number = _numbers.Count;
        var kept = function.Kept = new KeptFunction(number, function);
        Refresh(kept);
        return kept;
    }

    /// <summary>The names of all functions, by number.</summary>
    public string[] Names() => [.. _numbers.OrderBy(n => n.Value).Select(n => n.Key.ToString())];

    /// <summary>Tells the policies what a revision is, where that has changed.</summary>
    public void Refresh(KeptFunction kept)
    {
        var (function, slot) = (kept.Function, kept.Function.Slot);
        var bytes = slot.CodeBytes + (function.Pool is null ? 0 : MinimumMemory(slot));
        var traits = new FunctionTraits(Math.Max(bytes, LeastBytes) / MiB, Math.Max(slot.LoadNs, LeastLoadNs) / 1e9, function.Revision.Concurrency);
        if (traits == kept.Traits) return;
        kept.Traits = traits;
        policy.Describe(kept.Number, traits);
        foreach (var shadow in shadows) shadow.Describe(kept.Number, traits);
    }

    /// <summary>Whether any revision wants the code of a slot to be there.</summary>
    public static bool AnyKeeps(ModuleSlot slot)
    {
        foreach (var function in slot.Functions)
            if (function.Kept is { Keeps: true }) return true;
        return false;
    }

    private static long MinimumMemory(ModuleSlot slot) =>
        slot.File is { } file ? (long)file.Interface.Memories.Sum(m => (decimal)m.Minimum) * PageBytes : 0;
}
