namespace EvalFaaS.Policies;

/// <summary>Options that all scaling policies share: within which bounds, and how fast.</summary>
public record ScaleLimitOptions
{
    private const string Knative = "Knative Serving, config-autoscaler: ";

    /// <summary>How often a decision is taken. Default 2 s.</summary>
    [PolicyOption("interval", "How often a decision is taken.", Unit.Seconds, 0.1, 3600, "Knative Serving, its autoscaler's tick: 2 s; HPA: 15 s")]
    public double Interval { get; init; } = 2;

    /// <summary>The fewest instances. Default 0.</summary>
    [PolicyOption("min-instances", "The fewest instances.", Unit.Instances, 0, 1_000_000, Knative + "min-scale")]
    public int MinInstances { get; init; }

    /// <summary>The most instances; 0 is unbounded. Default 0.</summary>
    [PolicyOption("max-instances", "The most instances; 0 is unbounded.", Unit.Instances, 0, 1_000_000, Knative + "max-scale")]
    public int MaxInstances { get; init; }

    /// <summary>Instances that a new function begins with. Default 1.</summary>
    [PolicyOption("initial-instances", "Instances that a new function begins with, and does not fall below until it had them.", Unit.Instances, 0, 1_000_000, Knative + "initial-scale")]
    public int InitialInstances { get; init; } = 1;

    /// <summary>Instances at least when scaled up from zero. Default 1.</summary>
    [PolicyOption("activation-instances", "Instances at least, once there is any load.", Unit.Instances, 1, 1_000_000, "Knative Serving, annotation activation-scale")]
    public int ActivationInstances { get; init; } = 1;

    /// <summary>The most instances after one decision, as a multiple of the ready ones. Default 1000.</summary>
    [PolicyOption("max-up-rate", "The most instances after one decision, as a multiple of the ready ones.", Unit.None, 1.000001, 1_000_000, Knative + "max-scale-up-rate")]
    public double MaxUpRate { get; init; } = 1000;

    /// <summary>The ready instances as a multiple of the fewest after one decision. Default 2.</summary>
    [PolicyOption("max-down-rate", "The ready instances as a multiple of the fewest after one decision.", Unit.None, 1.000001, 1_000_000, Knative + "max-scale-down-rate")]
    public double MaxDownRate { get; init; } = 2;

    /// <summary>How long the load must have been lower before instances go. Default 0 s.</summary>
    [PolicyOption("down-delay", "How long less must have been wanted before instances go.", Unit.Seconds, 0, 3600, Knative + "scale-down-delay; 300 s for cpu-memory, the HPA's stabilisation")]
    public double DownDelay { get; init; }

    /// <summary>Whether the last instance may go. Default true.</summary>
    [PolicyOption("to-zero", "Whether the last instance may go.", Unit.None, 0, 1, Knative + "enable-scale-to-zero")]
    public bool ToZero { get; init; } = true;

    /// <summary>How long the last instance stays after nothing is wanted any more. Default 30 s.</summary>
    [PolicyOption("zero-grace", "How long the last instance stays after nothing is wanted any more.", Unit.Seconds, 0, 86_400, Knative + "scale-to-zero-grace-period, which is an upper limit there and always waited for here")]
    public double ZeroGrace { get; init; } = 30;
}
