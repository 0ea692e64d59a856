using EvalFaaS.Policies;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Workloads;

/// <summary>The arrivals of one function's replication, known beforehand: the same streams drawn a second time, one ahead.</summary>
/// <param name="function">The function.</param>
/// <param name="number">Its number.</param>
/// <param name="streams">The streams of the replication.</param>
/// <param name="end">When the replication ends, seconds; nothing is looked for beyond.</param>
public sealed class NextArrivals(SimulatedFunction function, int number, StreamFamily streams, double end) : INextArrival
{
    private readonly Arrivals _arrivals = function.Workload.Begin(new ConstantLaw(0), streams.Of(StreamPurpose.Arrivals, number), new RandomStream(0));
    private readonly ComingLoad _load = new(function.Workload.Begin(function.Model.Service, streams.Of(StreamPurpose.Arrivals, number), streams.Of(StreamPurpose.Service, number)));
    private double _next = double.NegativeInfinity;

    /// <inheritdoc/>
    public double After(int function, double now)
    {
        while (_next <= now) _next = _arrivals.Next();
        // Whoever keeps something for the difference adds it to the time again, and two roundings must not end before the arrival.
        return _next > end ? double.PositiveInfinity : Later(_next);
    }

    /// <inheritdoc/>
    public double Reaches(int function, int running, double now, long seen, double until) => Later(_load.Reaches(running, now, seen, Math.Min(until, end)));

    private static double Later(double time) => Math.BitIncrement(Math.BitIncrement(time));
}
