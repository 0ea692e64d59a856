namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="ForecastWarmUp"/>.</summary>
public sealed record ForecastWarmUpOptions
{
    /// <summary>How often to look. Default 60 s.</summary>
    [PolicyOption("interval", "How often to look at the forecast, and how long what is made ready stays so.", Unit.Seconds, 1, 3600, "ours: the resolution of the forecast")]
    public double Interval { get; init; } = 60;

    /// <summary>How far ahead. Default 10 s.</summary>
    [PolicyOption("lead", "How much sooner than the interval's calls things are made ready.", Unit.Seconds, 0, 3600, "ours: longer than any start of an instance takes")]
    public double Lead { get; init; } = 10;

    /// <summary>The probability of a call from which on the code is loaded. Default 0.05.</summary>
    [PolicyOption("load-from", "The probability of a call from which on the code is loaded.", Unit.Share, 0, 1, "ours")]
    public double LoadFrom { get; init; } = 0.05;

    /// <summary>The probability of a call from which on an instance is made. Default 0.3.</summary>
    [PolicyOption("instantiate-from", "The probability of a call from which on instances are made.", Unit.Share, 0, 1, "ours")]
    public double InstantiateFrom { get; init; } = 0.3;

    /// <summary>The quantile of the rate that instances are made for. Default 0.9.</summary>
    [PolicyOption("level", "The quantile of the rate for which instances are made.", Unit.Share, 0.01, 0.999, "ours")]
    public double Level { get; init; } = 0.9;

    /// <summary>How long a call takes. Default 0.1 s.</summary>
    [PolicyOption("service", "How long a call takes: instances are rate × this / concurrency, by Little's law.", Unit.Seconds, 0.000001, 3600, "ours")]
    public double Service { get; init; } = 0.1;
}
