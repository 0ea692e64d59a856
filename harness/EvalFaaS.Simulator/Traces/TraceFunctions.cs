using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Traces;

/// <summary>Makes the functions of a trace into those of the simulator.</summary>
public static class TraceFunctions
{
    private const double Millisecond = 1e-3;

    /// <summary>All functions of a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="coldStart">What a cold start takes, which the trace does not say.</param>
    /// <param name="placement">Where in its minute a call lies, which it does not say either.</param>
    public static IReadOnlyList<SimulatedFunction> Of(Trace trace, ColdStart coldStart, Placement placement) => Of(trace, new FunctionModel { ColdStart = coldStart }, placement);

    /// <summary>All functions of a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="rest">What the trace does not say, the memory of functions without included.</param>
    /// <param name="placement">Where in its minute a call lies.</param>
    public static IReadOnlyList<SimulatedFunction> Of(Trace trace, FunctionModel rest, Placement placement) =>
        [.. trace.Functions.Select(f => new SimulatedFunction(
            rest with { Name = f.Key.ToString(), Service = Service(f.Duration), MemoryMiB = f.Memory is { Average: > 0 } memory ? memory.Average : rest.MemoryMiB },
            new MinuteCountWorkload(f.Counts.ToArray(), placement)))];

    /// <summary>All functions of a recording of single calls.</summary>
    /// <param name="recording">The recording. A duration that it has is taken as work, a start within it included.</param>
    /// <param name="rest">What it does not say; its law of work where it has no durations.</param>
    public static IReadOnlyList<SimulatedFunction> Of(CallRecording recording, FunctionModel rest)
    {
        var calls = recording.Calls.ToLookup(c => c.Function);
        return [.. recording.Functions.Select((name, i) => new SimulatedFunction(
            rest with { Name = name, Service = recording.HasDurations ? new ConstantLaw(calls[i].Average(c => c.Duration)) : rest.Service },
            new RecordedWorkload([.. calls[i].Select(c => c.At)], recording.HasDurations ? [.. calls[i].Select(c => c.Duration)] : null, recording.Seconds)))];
    }

    /// <summary>Durations by their percentiles, linear between; where a trace has none, exponential with the mean of 1 s.</summary>
    /// <remarks>Percentiles of a day are averages of percentiles of short intervals, so that a few are out of order: each counts as at least the one below it.</remarks>
    private static Law Service(DurationStatistics? duration)
    {
        if (duration is null || duration.Maximum <= 0) return new ExponentialLaw(1);
        var values = new double[duration.Percentiles.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Math.Max(i == 0 ? 0 : values[i - 1], duration.Percentiles[i] * Millisecond);
        return new EmpiricalLaw([.. DurationStatistics.Levels.Select(l => l / 100.0)], values);
    }
}
