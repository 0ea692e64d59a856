using EvalFaaS.Model;

namespace EvalFaaS.Node.Metrics;

/// <summary>Counts answers that were not the function's own, by kind. Answers that were are what is left of the runtime's count, so that a good call costs nothing here.</summary>
internal sealed class RequestCounters
{
    private readonly long[] _faults = new long[Enum.GetValues<FaultKind>().Length];

    public void Count(FaultKind kind) => Interlocked.Increment(ref _faults[(int)kind]);

    public long Read(FaultKind kind) => Volatile.Read(ref _faults[(int)kind]);
}
