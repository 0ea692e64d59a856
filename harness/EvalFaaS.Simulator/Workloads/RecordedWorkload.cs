using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Workloads;

/// <summary>Invocations at recorded moments, with or without their recorded durations: the Azure trace of 2021, a CSV of timestamps, a live node's recording.</summary>
public sealed class RecordedWorkload : Workload
{
    private readonly double[] _times;
    private readonly double[]? _durations;
    private readonly double _end;

    /// <summary>With these moments.</summary>
    /// <param name="times">Seconds from the begin, never falling.</param>
    /// <param name="durations">The work of each, or null where a law says it.</param>
    /// <param name="end">When the recording ended; the last moment where null.</param>
    /// <exception cref="ArgumentException">Times fall, or there is not one duration for each.</exception>
    public RecordedWorkload(double[] times, double[]? durations = null, double? end = null)
    {
        for (var i = 0; i < times.Length; i++)
            if (!(times[i] >= (i == 0 ? 0 : times[i - 1]))) throw new ArgumentException(FormattableString.Invariant($"Recorded times must not fall: number {i + 1} is {times[i]} s."));
        if (durations is not null && durations.Length != times.Length) throw new ArgumentException($"There are {times.Length} recorded times and {durations.Length} durations.");
        _times = times;
        _durations = durations;
        _end = end ?? (times.Length > 0 ? times[^1] : 0);
    }

    /// <inheritdoc/>
    public override double? Rate => null;

    /// <inheritdoc/>
    public override double End => _end;

    /// <summary>How many there are.</summary>
    public int Count => _times.Length;

    /// <inheritdoc/>
    public override double ExpectedUntil(double seconds) => _times.Length;

    /// <inheritdoc/>
    public override Arrivals Begin(Law service, RandomStream arrivals, RandomStream work) => new Recording(_times, _durations, service, work);

    private sealed class Recording(double[] times, double[]? durations, Law service, RandomStream work) : Arrivals
    {
        private int _next;

        public override double Next() => _next < times.Length ? times[_next++] : double.PositiveInfinity;

        public override double Work() => durations is null ? service.Sample(work) : durations[_next - 1];
    }
}
