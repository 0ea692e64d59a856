namespace EvalFaaS.Policies;

/// <summary>Scales so that each instance gets its share of requests a second: Knative's autoscaler with the metric <c>rps</c>.</summary>
public sealed class RequestsTargetScaling(RequestsTargetOptions options) : IScalingPolicy
{
    private readonly RequestsTargetOptions _options = ScaleLimits.Checked(options);
    private PanicScaler[] _functions = [];

    /// <inheritdoc/>
    public string Name => "requests-target";

    /// <inheritdoc/>
    public double EverySeconds => _options.Interval;

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
        FunctionTable.Reach(ref _functions, function);
        _functions[function] ??= new(_options);
    }

    /// <inheritdoc/>
    public void Observe(int function, in LoadSample sample) => _functions[function].Add(sample.At, sample.RequestsPerSecond);

    /// <inheritdoc/>
    public ScaleDecision Decide(int function, double now, int ready) => _functions[function].Decide(now, ready, Math.Max(0.01, _options.Target * _options.Utilisation));
}
