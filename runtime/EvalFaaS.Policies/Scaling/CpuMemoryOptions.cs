namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="CpuMemoryScaling"/>. The interval is 15 s and the delay before scaling down 300 s here, as the HPA's.</summary>
public sealed record CpuMemoryOptions : ScaleLimitOptions
{
    /// <summary>All at their defaults.</summary>
    public CpuMemoryOptions() => (Interval, DownDelay) = (15, 300);

    /// <summary>The share of its CPU that an instance is to use. Default 0.8.</summary>
    [PolicyOption("cpu", "The share of its CPU that an instance is to use.", Unit.Share, 0.01, 1, "Kubernetes HPA: 80 % average CPU where no metric is given")]
    public double Cpu { get; init; } = 0.8;

    /// <summary>The share of its memory that an instance is to use. Default 0.8.</summary>
    [PolicyOption("memory", "The share of its memory that an instance is to use.", Unit.Share, 0.01, 1, "ours: as CPU")]
    public double Memory { get; init; } = 0.8;

    /// <summary>By how much the use may differ from the target without effect. Default 0.1.</summary>
    [PolicyOption("tolerance", "By which share the use may differ from the target without effect.", Unit.Share, 0, 1, "Kubernetes HPA: --horizontal-pod-autoscaler-tolerance")]
    public double Tolerance { get; init; } = 0.1;
}
