using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>All functions at one moment. Never changes: a change makes another snapshot, which shares the namespaces that it leaves alone.</summary>
internal sealed class CatalogueSnapshot
{
    public static readonly CatalogueSnapshot Empty = new(new(StringComparer.Ordinal));

    private readonly Dictionary<string, Dictionary<string, FunctionEntry>> _namespaces;
    private readonly Dictionary<string, Dictionary<string, FunctionEntry>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private CatalogueSnapshot(Dictionary<string, Dictionary<string, FunctionEntry>> namespaces)
    {
        _namespaces = namespaces;
        _lookup = namespaces.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static CatalogueSnapshot Of(IEnumerable<FunctionEntry> entries) => new(entries
        .GroupBy(e => e.Current.Revision.Name.Function.Namespace)
        .ToDictionary(g => g.Key, g => g.ToDictionary(e => e.Current.Revision.Name.Function.Name, StringComparer.Ordinal), StringComparer.Ordinal));

    public FunctionEntry? Find(ReadOnlySpan<char> ns, ReadOnlySpan<char> name) =>
        _lookup.TryGetValue(ns, out var functions) && functions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var entry) ? entry : null;

    public IEnumerable<FunctionEntry> In(string? ns) => ns is null
        ? _namespaces.Values.SelectMany(f => f.Values)
        : _namespaces.TryGetValue(ns, out var functions) ? functions.Values : [];

    public CatalogueSnapshot With(FunctionName name, FunctionEntry? entry)
    {
        var functions = _namespaces.TryGetValue(name.Namespace, out var old)
            ? new Dictionary<string, FunctionEntry>(old, StringComparer.Ordinal)
            : new Dictionary<string, FunctionEntry>(StringComparer.Ordinal);
        if (entry is null) functions.Remove(name.Name);
        else functions[name.Name] = entry;
        var namespaces = new Dictionary<string, Dictionary<string, FunctionEntry>>(_namespaces, StringComparer.Ordinal);
        if (functions.Count == 0) namespaces.Remove(name.Namespace);
        else namespaces[name.Namespace] = functions;
        return new CatalogueSnapshot(namespaces);
    }
}
