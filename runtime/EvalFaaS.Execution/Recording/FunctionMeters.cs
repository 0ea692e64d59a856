using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Counts of one function, or of all that have none of their own.</summary>
internal sealed class FunctionMeter(string name)
{
    private long _invocations, _faults;

    public void Add(bool fault)
    {
        Interlocked.Increment(ref _invocations);
        if (fault) Interlocked.Increment(ref _faults);
    }

    public FunctionCount Read() => new(name, Volatile.Read(ref _invocations), Volatile.Read(ref _faults));
}

/// <summary>
/// Gives meters to the first functions that are called, and one meter to all others together: a million functions are not a million series.
/// A function keeps its meter, so that no series ever runs backwards; only deleting it frees the place.
/// </summary>
internal sealed class FunctionMeters(int maximum)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<FunctionName, FunctionMeter> _own = [];
    private readonly FunctionMeter _other = new(FunctionCount.Other);

    public FunctionMeter For(FunctionName function)
    {
        lock (_lock)
        {
            if (_own.TryGetValue(function, out var meter)) return meter;
            if (_own.Count >= maximum) return _other;
            return _own[function] = new FunctionMeter(function.ToString());
        }
    }

    public void Remove(FunctionName function)
    {
        lock (_lock) _own.Remove(function);
    }

    public IReadOnlyList<FunctionCount> Read()
    {
        lock (_lock) return [.. _own.Values.Select(m => m.Read()).OrderBy(c => c.Function, StringComparer.Ordinal), _other.Read()];
    }
}
