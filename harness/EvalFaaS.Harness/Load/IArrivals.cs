namespace EvalFaaS.Harness.Load;

/// <summary>When requests are meant to start, as offsets from the load's begin.</summary>
public interface IArrivals
{
    /// <summary>The next intended start, ns; never before the last one.</summary>
    long NextNs();
}

/// <summary>Evenly spaced starts.</summary>
public sealed class ConstantArrivals(double perSecond) : IArrivals
{
    private long _count;

    /// <inheritdoc/>
    public long NextNs() => (long)(_count++ * 1e9 / perSecond);
}

/// <summary>A Poisson process: independent exponential gaps by inversion.</summary>
public sealed class PoissonArrivals(double perSecond, Random random) : IArrivals
{
    private double _ns;

    /// <inheritdoc/>
    public long NextNs() => (long)(_ns += -Math.Log(1 - random.NextDouble()) * 1e9 / perSecond);
}
