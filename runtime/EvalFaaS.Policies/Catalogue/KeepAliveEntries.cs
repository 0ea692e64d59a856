namespace EvalFaaS.Policies;

/// <summary>The keep-alive policies.</summary>
internal static class KeepAliveEntries
{
    public static readonly PolicyEntry[] All =
    [
        Entry<object>("none", "Keeps nothing: each invocation gets a fresh instance.", "the default of this runtime", (_, _) => new NoKeepAlive()),
        Entry<FixedKeepAliveOptions>("fixed", "Keeps every idle instance for the same time.", "practice of the large platforms; Serverless in the Wild (ATC 2020) section 5.1", (o, _) => new FixedKeepAlive(o)),
        Entry<HybridHistogramOptions>("hybrid-histogram", "Learns each function's idle times: unloads it, loads it again before the next call is due, keeps it until nearly all would have come.", "Shahrad et al., Serverless in the Wild, USENIX ATC 2020, section 4.2; its ARIMA is a first-order autoregression here", (o, _) => new HybridHistogramKeepAlive(o)),
        Entry<MemoryBoundOptions>("greedy-dual", "Keeps until memory is short, then evicts the lowest of clock + frequency × cold start / memory.", "Fuerst and Sharma, FaasCache, ASPLOS 2021, section 4, equation 1", (o, _) => new GreedyDualKeepAlive(o)),
        Entry<MemoryBoundOptions>("lru", "Keeps until memory is short, then evicts what was used longest ago.", "the baseline of FaasCache (ASPLOS 2021) section 7", (o, _) => new LruKeepAlive(o)),
        Entry<ForecastKeepAliveOptions>("forecast", "Keeps, or loads again, for just the minutes in which a call is likely enough to pay for its memory.", "ours", (o, s) => new ForecastKeepAlive(o, Needed.Forecast(s, "forecast"))),
        Entry<OracleKeepAliveOptions>("oracle", "Knows the calls to come: keeps an instance if it is needed again soon enough to pay. For comparison; only a trace or a recording has the future.", "the offline optimum of right-sizing: Lin et al., IEEE/ACM TON 21(5), 2013; the lower bound of what only keeps and unloads", (o, s) => new OracleKeepAlive(o, Needed.Future(s, "oracle"))),
    ];

    private static PolicyEntry Entry<T>(string name, string summary, string source, Func<T, PolicySurroundings, IKeepAlivePolicy> make) where T : class =>
        new(PolicyKind.KeepAlive, name, summary, source, typeof(T) == typeof(object) ? null : typeof(T)) { Make = (o, s) => make((T)o!, s) };
}
