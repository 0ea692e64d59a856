using EvalFaaS.Policies;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Workloads;

/// <summary>The arrivals of all functions of a replication, known beforehand.</summary>
/// <param name="functions">The functions.</param>
/// <param name="streams">The streams of the replication.</param>
/// <param name="end">When the replication ends, seconds; nothing is looked for beyond.</param>
public sealed class NextArrivalsOfAll(IReadOnlyList<SimulatedFunction> functions, StreamFamily streams, double end) : INextArrival
{
    private readonly NextArrivals[] _each = [.. functions.Select((f, i) => new NextArrivals(f, i, streams, end))];

    /// <inheritdoc/>
    public double After(int function, double now) => _each[function].After(function, now);

    /// <inheritdoc/>
    public double Reaches(int function, int running, double now, long seen, double until) => _each[function].Reaches(function, running, now, seen, until);
}
