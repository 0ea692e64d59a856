using System.Collections.Immutable;
using System.Globalization;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>The functions of this node. Readers take a snapshot without a lock; a writer changes the disk first and then swaps the snapshot.</summary>
internal sealed class Catalogue
{
    private readonly Lock _writing = new();
    private readonly CatalogueStore _store;
    private readonly LiveFunctions _live;
    private readonly int _revisionsKept;
    private volatile CatalogueSnapshot _snapshot;

    /// <summary>Reads what is on disk.</summary>
    public Catalogue(CatalogueStore store, LiveFunctions live, int revisionsKept)
    {
        _store = store;
        _live = live;
        _revisionsKept = revisionsKept;
        _snapshot = CatalogueSnapshot.Of(store.ReadAll().Where(r => r.Revisions.Count > 0).Select(Read));
    }

    public CatalogueSnapshot Snapshot => _snapshot;

    /// <summary>Adds a revision, which becomes the current one.</summary>
    /// <param name="function">Of this function.</param>
    /// <param name="revision">The revision's name, or null for the next number.</param>
    /// <param name="make">Makes the revision of its name.</param>
    /// <param name="source">Where its module can be had.</param>
    public DeployedFunction Add(FunctionName function, string? revision, Func<RevisionName, FunctionRevision> make, ModuleReference? source)
    {
        lock (_writing)
        {
            var old = _snapshot.Find(function.Namespace, function.Name);
            var (name, next) = Name(function, revision, old);
            var made = make(new RevisionName(function, name));
            var before = old?.Revisions ?? [];
            var dropped = before[..Math.Max(0, before.Length + 1 - _revisionsKept)];
            var kept = before[dropped.Length..];
            _store.Write(new FunctionRecord
            {
                Namespace = function.Namespace,
                Name = function.Name,
                NextNumber = next,
                Revisions = [.. kept.Select(f => RevisionRecord.Of(f.Revision, f.Source)), RevisionRecord.Of(made, source)],
            });
            var added = _live.Create(made, source, succeeds: old is not null);
            _snapshot = _snapshot.With(function, new FunctionEntry(kept.Add(added), next));
            foreach (var gone in dropped) _live.Retire(gone);
            return added;
        }
    }

    /// <summary>Removes a function, or false where there is none.</summary>
    public bool Remove(FunctionName function)
    {
        lock (_writing)
        {
            if (_snapshot.Find(function.Namespace, function.Name) is not { } entry) return false;
            _store.Delete(function);
            _snapshot = _snapshot.With(function, null);
            foreach (var gone in entry.Revisions) _live.Retire(gone);
            return true;
        }
    }

    private static (string Name, long Next) Name(FunctionName function, string? wanted, FunctionEntry? old)
    {
        var next = old?.NextNumber ?? 1;
        if (wanted is null)
        {
            while (old?.Revision(next.ToString(CultureInfo.InvariantCulture)) is not null) next++;
            return (next.ToString(CultureInfo.InvariantCulture), next + 1);
        }

        if (old?.Revision(wanted) is not null)
            throw new FaultException(FaultKind.InvalidRequest, "catalogue", $"revision: {function} has a revision '{wanted}' already, and revisions never change. Choose another name, or none for the next number.");
        return (wanted, next);
    }

    private FunctionEntry Read(FunctionRecord record)
    {
        var function = new FunctionName(record.Namespace, record.Name);
        var revisions = ImmutableArray.CreateBuilder<DeployedFunction>(record.Revisions.Count);
        foreach (var stored in record.Revisions)
        {
            var (revision, source) = stored.Read(function);
            revisions.Add(_live.Create(revision, source, succeeds: false));
        }

        return new FunctionEntry(revisions.ToImmutable(), record.NextNumber);
    }
}
