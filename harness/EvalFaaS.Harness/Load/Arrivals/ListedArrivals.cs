namespace EvalFaaS.Harness.Load;

/// <summary>Starts at given times, each once.</summary>
/// <param name="ns">Offsets from the load's begin, ns, ascending.</param>
public sealed class ListedArrivals(IReadOnlyList<long> ns) : IArrivals
{
    private int _next;

    /// <inheritdoc/>
    public long NextNs() => _next < ns.Count ? ns[_next++] : IArrivals.Never;
}
