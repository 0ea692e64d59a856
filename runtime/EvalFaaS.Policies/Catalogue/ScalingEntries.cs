namespace EvalFaaS.Policies;

/// <summary>The scaling policies.</summary>
internal static class ScalingEntries
{
    public static readonly PolicyEntry[] All =
    [
        Entry<ConcurrencyTargetOptions>("concurrency-target", "So many requests at a time for one instance, by a stable and a panic window.", "Knative Serving, KPA with the metric concurrency: pkg/autoscaler/scaling/autoscaler.go and config-autoscaler", (o, _) => new ConcurrencyTargetScaling(o)),
        Entry<RequestsTargetOptions>("requests-target", "So many requests a second for one instance, by a stable and a panic window.", "Knative Serving, KPA with the metric rps", (o, _) => new RequestsTargetScaling(o)),
        Entry<QueueLagOptions>("queue-lag", "So many unfinished requests for one instance, and none that waits too long.", "KEDA's queue scalers through the HPA's average value; the bound on the wait is ours", (o, _) => new QueueLagScaling(o)),
        Entry<CpuMemoryOptions>("cpu-memory", "CPU and memory used to their targets; the scarcer decides.", "Kubernetes, Horizontal Pod Autoscaling, algorithm details", (o, _) => new CpuMemoryScaling(o)),
        Entry<ForecastScalingOptions>("forecast-scaling", "Within the band between two quantiles of the rate forecast for when new instances would be ready.", "ours; calls for one instance by Little's law", (o, s) => new ForecastScaling(o, Needed.Forecast(s, "forecast-scaling"))),
    ];

    private static PolicyEntry Entry<T>(string name, string summary, string source, Func<T, PolicySurroundings, IScalingPolicy> make) where T : class =>
        new(PolicyKind.Scaling, name, summary, source, typeof(T)) { Make = (o, s) => make((T)o!, s) };
}
