using EvalFaaS.Policies;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>A function's load since the last look, from what its counter has added up.</summary>
internal sealed class LoadSampler
{
    private double _requestSeconds;
    private long _arrivals;
    private double _last;

    /// <summary>The counter begins anew.</summary>
    public void Restart() => (_requestSeconds, _arrivals) = (0, 0);

    /// <summary>A sample that ends now.</summary>
    /// <param name="function">The function, its counter advanced to now.</param>
    /// <param name="oldestWait">How long the first in its line has waited, seconds.</param>
    /// <param name="now">The time.</param>
    public LoadSample Take(ClusterFunction function, double oldestWait, double now)
    {
        var counter = function.Counter;
        var passed = now - _last;
        var ready = function.Pool.Ready(now);
        var sample = new LoadSample(
            now, (counter.Tally.RequestSeconds - _requestSeconds) / passed, (counter.Tally.Arrivals - _arrivals) / passed, function.Line.Count, oldestWait,
            ready == 0 ? 0 : Math.Min(1, (double)counter.BusyInstances / ready));
        (_requestSeconds, _arrivals, _last) = (counter.Tally.RequestSeconds, counter.Tally.Arrivals, now);
        return sample;
    }
}
