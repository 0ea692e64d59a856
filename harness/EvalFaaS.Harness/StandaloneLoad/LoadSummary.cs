using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.StandaloneLoad;

/// <summary>What a load by itself came to, as it is printed.</summary>
public sealed record LoadSummary
{
    /// <summary>Percentiles that are told.</summary>
    public static IReadOnlyList<double> Percentiles { get; } = [0.5, 0.9, 0.95, 0.99, 0.999, 0.9999];

    /// <summary>How long it took until the last answer, ns.</summary>
    public required long DurationNs { get; init; }

    /// <summary>Requests a second that were asked for; null in a closed loop.</summary>
    public double? AskedPerSecond { get; init; }

    /// <summary>Requests sent.</summary>
    public required long Issued { get; init; }

    /// <summary>Requests sent a second.</summary>
    public required double IssuedPerSecond { get; init; }

    /// <summary>Answered rightly.</summary>
    public required long Ok { get; init; }

    /// <summary>Right answers a second.</summary>
    public required double AnsweredPerSecond { get; init; }

    /// <summary>Failures by kind, the most frequent first.</summary>
    public required IReadOnlyDictionary<string, long> Failures { get; init; }

    /// <summary>Under way when the load was ended: neither answered nor failed.</summary>
    public required long Cut { get; init; }

    /// <summary>Mean latency of the right answers, ns.</summary>
    public double? MeanNs { get; init; }

    /// <summary>Largest latency, ns.</summary>
    public long? MaximumNs { get; init; }

    /// <summary>Percentiles of the latency of the right answers; in an open loop from the intended start.</summary>
    public required IReadOnlyList<LoadPercentile> Latency { get; init; }

    /// <summary>How late the generator was; null where it had no schedule to keep.</summary>
    public ScheduleFidelity? Schedule { get; init; }

    /// <summary>Why the generator did not offer what was asked, or null.</summary>
    public string? Behind { get; init; }

    /// <summary>Share of one processor that the generator's thread used.</summary>
    public required double GeneratorCpu { get; init; }

    /// <summary>Connections made anew, unless each request had its own.</summary>
    public required int Reconnects { get; init; }

    /// <summary>Computes it.</summary>
    /// <param name="recorder">What was recorded.</param>
    /// <param name="result">What the generator says.</param>
    /// <param name="askedPerSecond">The mean rate that was asked for, or null.</param>
    /// <param name="scheduled">Whether requests had intended times.</param>
    public static LoadSummary Of(LoadRecorder recorder, LoadResult result, double? askedPerSecond, bool scheduled)
    {
        var seconds = (result.EndNs - result.BeginNs) / 1e9;
        var latency = Distribution.OfCounts(recorder.Latencies());
        var lateness = scheduled ? Distribution.OfCounts(recorder.Lateness()) : null;
        var schedule = lateness is null ? null : ScheduleFidelity.Of(lateness);
        var ok = recorder.CountOf(LoadOutcome.Ok);
        return new LoadSummary
        {
            DurationNs = result.EndNs - result.BeginNs,
            AskedPerSecond = askedPerSecond,
            Issued = recorder.Ended,
            IssuedPerSecond = recorder.Ended / seconds,
            Ok = ok,
            AnsweredPerSecond = ok / seconds,
            Failures = recorder.Failures().ToDictionary(),
            Cut = recorder.CountOf(LoadOutcome.Cut),
            MeanNs = ok == 0 ? null : latency.Mean,
            MaximumNs = ok == 0 ? null : latency.Maximum,
            Latency = ok == 0 ? [] : [.. Percentiles.Select(p => LoadPercentile.Of(latency, p, lateness))],
            Schedule = schedule,
            Behind = schedule?.WhyBehind,
            GeneratorCpu = result.GeneratorCpuNs / 1e9 / seconds,
            Reconnects = result.Reconnects,
        };
    }
}

/// <summary>A percentile of latency with its order-statistic interval.</summary>
/// <param name="Share">As a share, for example 0.99.</param>
/// <param name="Ns">The estimate, ns; null where it is withheld.</param>
/// <param name="LowNs">Lower end of the 95 % interval, or null.</param>
/// <param name="HighNs">Upper end, or null.</param>
/// <param name="Note">Why there is no estimate or no interval, or null.</param>
public sealed record LoadPercentile(double Share, double? Ns, double? LowNs, double? HighNs, string? Note)
{
    internal static LoadPercentile Of(Distribution latency, double share, Distribution? lateness)
    {
        var interval = PercentileInterval.Of(latency, share);
        if (lateness is not null && !ScheduleFidelity.Carries(interval.Value, lateness.Quantile(share)))
            return new LoadPercentile(share, null, null, null, $"withheld: below {ScheduleFidelity.LatencyToError} times the schedule error");
        return new LoadPercentile(share, interval.Value, interval.Low, interval.High, interval.Low is null ? $"n too small: {interval.Count} of {PercentileInterval.MinimumCount(share)}" : null);
    }
}
