using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>Gives the surroundings of a module's invocations their identity. A revision has one; a few revisions may share a module.</summary>
internal sealed class SurroundingsCache(WorkerEngine engine) : IDisposable
{
    private const int Kept = 16;
    private readonly Lock _lock = new();
    private readonly Queue<Surroundings> _known = new();
    private Surroundings? _last;

    /// <summary>The same objects have the same identity.</summary>
    public Surroundings Of(GuestEnvironment environment, InvocationLimits limits, InvocationLimits instanceLimits)
    {
        if (Volatile.Read(ref _last) is { } last && Are(last)) return last;
        lock (_lock)
        {
            foreach (var known in _known)
                if (Are(known)) return _last = known;
            if (_known.Count == Kept) engine.Errands.Retract(FrameKind.Forget, _known.Dequeue().Id);
            var added = new Surroundings(engine.NextSurroundings(), environment, limits, instanceLimits) { Claim = engine.ClaimOf(environment) };
            _known.Enqueue(added);
            return _last = added;
        }

        bool Are(Surroundings s) => ReferenceEquals(s.Environment, environment) && ReferenceEquals(s.Limits, limits) && ReferenceEquals(s.InstanceLimits, instanceLimits);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var known in _known) engine.Errands.Retract(FrameKind.Forget, known.Id);
            _known.Clear();
        }
    }
}
