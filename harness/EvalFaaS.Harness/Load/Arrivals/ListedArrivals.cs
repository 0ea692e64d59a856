namespace EvalFaaS.Harness.Load;

/// <summary>Starts at given times, each once.</summary>
/// <param name="ns">Offsets from the load's begin, ns, ascending.</param>
/// <param name="requests">Which request of the plan each is for; null where the mix draws it.</param>
public sealed class ListedArrivals(IReadOnlyList<long> ns, IReadOnlyList<int>? requests = null) : IArrivals
{
    private int _next;

    /// <inheritdoc/>
    public int? Request => _next > 0 ? requests?[_next - 1] : null;

    /// <inheritdoc/>
    public long NextNs() => _next < ns.Count ? ns[_next++] : IArrivals.Never;
}
