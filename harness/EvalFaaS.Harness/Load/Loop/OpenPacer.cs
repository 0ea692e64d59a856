namespace EvalFaaS.Harness.Load;

/// <summary>Open loop: requests are due at their arrivals, whatever becomes of the others.</summary>
internal sealed class OpenPacer : IPacer
{
    private readonly IArrivals _arrivals;
    private readonly long _begin;
    private readonly long _end;

    public OpenPacer(IArrivals arrivals, long beginNs, long endNs)
    {
        (_arrivals, _begin, _end) = (arrivals, beginNs, endNs);
        DueNs = Next();
    }

    /// <remarks>What was due before the end is issued also after it: leaving it out would hide a stall at the end.</remarks>
    public long DueNs { get; private set; }

    public int? DueRequest => _arrivals.Request;

    public long? Take()
    {
        var due = DueNs;
        DueNs = Next();
        return due;
    }

    public void Ended(long nowNs)
    {
    }

    public bool IsOver(long nowNs) => DueNs == IArrivals.Never;

    private long Next() => _arrivals.NextNs() is var offset && offset < _end - _begin ? _begin + offset : IArrivals.Never;
}
