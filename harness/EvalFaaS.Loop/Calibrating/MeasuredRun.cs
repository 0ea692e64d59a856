using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Statistics;
using EvalFaaS.Loop.Recordings;
using EvalFaaS.Loop.Replaying;
using EvalFaaS.Model;
using MathNet.Numerics.Distributions;

namespace EvalFaaS.Loop.Calibrating;

/// <summary>What was measured of a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Slice">The calls that were sent.</param>
/// <param name="Replay">What came back.</param>
/// <param name="Loaded">How many functions were loaded, at equal steps of time.</param>
/// <param name="CodeMiB">Memory of a loaded function, MiB.</param>
public sealed record MeasuredRun(Scenario Scenario, Slice Slice, ReplayResult Replay, IReadOnlyList<double> Loaded, double CodeMiB)
{
    private const int Batches = 10;
    private const double Tail = (1 - Interval.Level) / 2;

    /// <summary>Right answers that waited for a load.</summary>
    public IEnumerable<LoadSample> Cold => Right.Where(s => s.Headers.StartState <= StartState.ArtefactOnDisk);

    /// <summary>Right answers that found their code loaded.</summary>
    public IEnumerable<LoadSample> Warm => Right.Where(s => s.Headers.StartState > StartState.ArtefactOnDisk);

    /// <summary>Calls that failed.</summary>
    public int Failed => Replay.Samples.Count(s => s.Outcome != LoadOutcome.Ok);

    /// <summary>Right answers.</summary>
    public IEnumerable<LoadSample> Right => Replay.Samples.Where(s => s.Outcome == LoadOutcome.Ok);

    /// <summary>Seconds from the intended start to the last byte.</summary>
    public static double Latency(LoadSample sample) => (sample.LastByteNs - sample.IntendedNs) / 1e9;

    /// <summary>The share of calls that waited for a load, with its exact binomial interval.</summary>
    /// <remarks>Source: C. J. Clopper, E. S. Pearson, Biometrika 26, 1934.</remarks>
    public Measured ColdRate()
    {
        int n = Right.Count(), k = Cold.Count();
        return new Measured((double)k / n, k == 0 ? 0 : Beta.InvCDF(k, n - k + 1, Tail), k == n ? 1 : Beta.InvCDF(k + 1, n - k, 1 - Tail));
    }

    /// <summary>A percentile of latency, seconds, between order statistics.</summary>
    public Measured Percentile(double share)
    {
        var interval = PercentileInterval.Of(Distribution.Of(Right.Select(s => s.LastByteNs - s.IntendedNs)), share);
        return new Measured(interval.Value / 1e9, interval.Low / 1e9, interval.High / 1e9);
    }

    /// <summary>Mean number of loaded functions; its interval by the means of ten stretches, since one look is much like the one before.</summary>
    public Measured Instances()
    {
        var batches = Loaded.Chunk(Math.Max(1, Loaded.Count / Batches)).Take(Batches).Select(b => b.Average());
        var estimate = Simulator.Statistics.Estimate.Of(batches);
        var mean = Loaded.Average();
        return new Measured(mean, mean - estimate.HalfWidth, mean + estimate.HalfWidth);
    }

    /// <summary>Mean memory of loaded code, MiB.</summary>
    public Measured Memory() => Instances().Times(CodeMiB);
}

/// <summary>A number with its 95 % interval, where it has one.</summary>
public readonly record struct Measured(double Value, double? Low, double? High)
{
    /// <summary>A multiple of it.</summary>
    public Measured Times(double factor) => new(Value * factor, Low * factor, High * factor);
}
