namespace EvalFaaS.Policies;

/// <summary>Options of the policies that scale by a stable and a panic window.</summary>
public abstract record PanicScalingOptions : ScaleLimitOptions
{
    private const string Knative = "Knative Serving, config-autoscaler: ";

    /// <summary>The window that decides in calm times. Default 60 s.</summary>
    [PolicyOption("stable-window", "The window that decides in calm times, and for which panic lasts after its last cause.", Unit.Seconds, 6, 3600, Knative + "stable-window")]
    public double StableWindow { get; init; } = 60;

    /// <summary>The panic window as a share of the stable one. Default 0.1.</summary>
    [PolicyOption("panic-window", "The window that decides in panic, as a share of the stable one; rounded to seconds, at least 1.", Unit.Share, 0.01, 1, Knative + "panic-window-percentage")]
    public double PanicWindow { get; init; } = 0.1;

    /// <summary>From which multiple of the ready instances on panic begins. Default 2.</summary>
    [PolicyOption("panic-threshold", "Panic begins when its window asks for this many times the ready instances.", Unit.Share, 1.1, 10, Knative + "panic-threshold-percentage")]
    public double PanicThreshold { get; init; } = 2;

    /// <summary>The share of an instance's target that is aimed at. Default 0.7.</summary>
    [PolicyOption("utilisation", "The share of an instance's target that is aimed at.", Unit.Share, 0.01, 1, Knative + "container-concurrency-target-percentage")]
    public double Utilisation { get; init; } = 0.7;
}
