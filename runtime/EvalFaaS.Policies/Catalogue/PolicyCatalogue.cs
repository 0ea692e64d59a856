using EvalFaaS.Model;

namespace EvalFaaS.Policies;

/// <summary>Every policy that there is.</summary>
public static class PolicyCatalogue
{
    /// <summary>All policies, by kind.</summary>
    public static IReadOnlyList<PolicyEntry> All { get; } = [.. KeepAliveEntries.All, .. WarmUpEntries.All, .. ScalingEntries.All, .. RoutingEntries.All];

    /// <summary>The policy of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">The kind that is wanted, or null for any.</param>
    /// <exception cref="PolicyException">There is none, or one of another kind.</exception>
    public static PolicyEntry Find(string name, PolicyKind? kind = null)
    {
        var known = All.Where(e => kind is null || e.Kind == kind).ToArray();
        if (known.FirstOrDefault(e => e.Name == name) is { } entry) return entry;
        if (All.FirstOrDefault(e => e.Name == name) is { } other) throw new PolicyException($"'{name}' is a {Words(other.Kind)} policy, and a {Words(kind!.Value)} policy is wanted: {Names(known)}.");
        throw new PolicyException($"There is no {(kind is { } k ? Words(k) + " " : "")}policy '{name}'.{NearestName.Suggestion(name, known.Select(e => e.Name))} There are {Names(known)}.");
    }

    /// <summary>A kind as one writes it.</summary>
    public static string Words(PolicyKind kind) => kind switch
    {
        PolicyKind.KeepAlive => "keep-alive",
        PolicyKind.WarmUp => "warm-up",
        PolicyKind.Balancing => "load-balancing",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Names(IEnumerable<PolicyEntry> entries) => string.Join(", ", entries.Select(e => e.Name));
}
