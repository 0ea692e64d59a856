using EvalFaaS.Policies;

namespace EvalFaaS.Studies.KeepAlive;

/// <summary>A policy with one setting of the option that trades memory for cold starts.</summary>
/// <param name="Family">What is drawn as one line.</param>
/// <param name="Policy">The policy, as one writes it.</param>
/// <param name="Forecast">Which forecast it goes by.</param>
internal sealed record KeepAlivePoint(string Family, string Policy, ForecastSource Forecast = ForecastSource.None)
{
    public const string Fixed = "fixed", Hybrid = "hybrid histogram", FaasCache = "FaasCache", ByModel = "forecast", ByGate = "forecast, reference gate", Unweighted = "forecast, all memory alike", Oracle = "oracle", Nothing = "none";

    /// <summary>What everything is compared with.</summary>
    public static KeepAlivePoint TenMinutes { get; } = new(Fixed, "fixed:window=10m");

    private static readonly int[] Patiences = [60, 120, 300, 600, 1200, 2400, 4800, 9600, 20_000, 40_000, 100_000];

    /// <summary>All points of the fronts.</summary>
    public static IReadOnlyList<KeepAlivePoint> Fronts { get; } =
    [
        new(Nothing, "none"),
        .. new[] { "1m", "2m", "5m", "10m", "15m", "20m", "30m", "1h", "2h", "4h", "8h" }.Select(w => new KeepAlivePoint(Fixed, $"fixed:window={w}")),
        .. new[] { "10m", "20m", "30m", "1h", "2h", "4h" }.Select(r => new KeepAlivePoint(Hybrid, $"hybrid-histogram:range={r}")),
        .. new[] { 1, 2, 4, 8, 12, 16, 20, 24 }.Select(m => new KeepAlivePoint(FaasCache, $"greedy-dual:memory={m}GiB")),
        .. Patiences.Select(p => new KeepAlivePoint(ByModel, $"forecast:patience={p},by-cost=true", ForecastSource.Model)),
        .. Patiences.Select(p => new KeepAlivePoint(ByGate, $"forecast:patience={p},by-cost=true", ForecastSource.Gate)),
        .. Patiences.Select(p => new KeepAlivePoint(Unweighted, $"forecast:patience={p}", ForecastSource.Model)),
        .. new[] { 60, 300, 600, 1200, 2400, 4800, 9600, 28_800 }.Select(p => new KeepAlivePoint(Oracle, $"oracle:patience={p}")),
    ];

    /// <summary>What is compared by the cost of a cold start: fixed windows of all lengths, the others at the patience that the cost gives.</summary>
    public static IReadOnlyList<KeepAlivePoint> Costed { get; } =
    [
        new(Nothing, "none"),
        .. new[] { "100ms", "500ms", "2s", "10s", "30s" }.Select(w => new KeepAlivePoint(Fixed, $"fixed:window={w}")),
        .. Fronts.Where(p => p.Family == Fixed),
        new(Hybrid, "hybrid-histogram"),
        new(ByModel, "forecast:patience=600,by-cost=true", ForecastSource.Model),
    ];

    /// <summary>The policy.</summary>
    public PolicySpec Spec => PolicySpec.Parse(Policy, PolicyKind.KeepAlive);

    /// <summary>Which of equal policies it is.</summary>
    public string Id => $"{Family}/{Policy}";
}

/// <summary>Whose forecast a policy goes by.</summary>
internal enum ForecastSource
{
    /// <summary>Nobody's.</summary>
    None,

    /// <summary>The predictor's.</summary>
    Model,

    /// <summary>The reference gate's.</summary>
    Gate,
}
