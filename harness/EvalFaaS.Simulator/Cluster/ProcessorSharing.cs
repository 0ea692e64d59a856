using EvalFaaS.Simulator.Events;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>CPUs shared equally by all that run on them, none getting more than one.</summary>
/// <remarks>Kept in virtual time, which runs as fast as each of the running gets on: whoever comes at virtual time v with work w ends at v + w, so that nothing needs to be touched when the others come and go.</remarks>
/// <param name="cpus">CPUs, above 0.</param>
internal sealed class ProcessorSharing(double cpus)
{
    private readonly EventQueue _ends = new();
    private double _virtual;
    private double _last;

    /// <summary>How many run.</summary>
    public int Running => _ends.Count;

    /// <summary>CPUs in use.</summary>
    public double Used => Math.Min(cpus, Running);

    /// <summary>When the next ends, if nobody comes or goes; infinite where nobody runs.</summary>
    public double NextEnd => Running == 0 ? double.PositiveInfinity : _last + Math.Max(0, _ends.NextTime - _virtual) / Speed;

    private double Speed => Running <= cpus ? 1 : cpus / Running;

    /// <summary>One more runs from now on.</summary>
    public void Add(int request, double work, double now)
    {
        Advance(now);
        _ends.Add(_virtual + work, 0, 0, request);
    }

    /// <summary>Takes the one that ends now.</summary>
    public int Take(double now)
    {
        Advance(now);
        return _ends.Take().Subject;
    }

    /// <summary>These run no more.</summary>
    public void Remove(IReadOnlyCollection<int> requests, double now)
    {
        Advance(now);
        foreach (var end in _ends.TakeAll())
            if (!requests.Contains(end.Subject)) _ends.Add(end.Time, 0, 0, end.Subject);
    }

    /// <summary>Nobody runs any more.</summary>
    public void Clear()
    {
        _ends.TakeAll();
    }

    private void Advance(double now)
    {
        if (Running > 0) _virtual += (now - _last) * Speed;
        else _virtual = 0;
        _last = now;
    }
}
