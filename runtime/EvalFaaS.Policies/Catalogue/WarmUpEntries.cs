namespace EvalFaaS.Policies;

/// <summary>The warm-up policies.</summary>
internal static class WarmUpEntries
{
    public static readonly PolicyEntry[] All =
    [
        Entry<object>("no-warm-up", "Makes nothing ready ahead of calls.", "the default of this runtime", (_, _) => new NoWarmUp()),
        Entry<ScheduledWarmUpOptions>("scheduled-warm-up", "Keeps instances, or the code alone, ready during windows that a schedule names.", "provisioned concurrency on a schedule (AWS Application Auto Scaling); crontab(5)", (o, s) => new ScheduledWarmUp(o, s.Epoch)),
        Entry<ForecastWarmUpOptions>("forecast-warm-up", "Loads the code of what may be called, makes instances of what probably is.", "ours; numbers by Little's law", (o, s) => new ForecastWarmUp(o, Needed.Forecast(s, "forecast-warm-up"))),
    ];

    private static PolicyEntry Entry<T>(string name, string summary, string source, Func<T, PolicySurroundings, IWarmUpPolicy> make) where T : class =>
        new(PolicyKind.WarmUp, name, summary, source, typeof(T) == typeof(object) ? null : typeof(T)) { Make = (o, s) => make((T)o!, s) };
}
