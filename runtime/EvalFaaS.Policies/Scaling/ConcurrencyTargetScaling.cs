namespace EvalFaaS.Policies;

/// <summary>Scales so that each instance has its share of requests at a time: Knative's autoscaler with the metric <c>concurrency</c>.</summary>
public sealed class ConcurrencyTargetScaling(ConcurrencyTargetOptions options) : IScalingPolicy
{
    private readonly ConcurrencyTargetOptions _options = ScaleLimits.Checked(options);
    private (PanicScaler Scaler, double Target)[] _functions = [];

    /// <inheritdoc/>
    public string Name => "concurrency-target";

    /// <inheritdoc/>
    public double EverySeconds => _options.Interval;

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
        FunctionTable.Reach(ref _functions, function);
        // Never aims for more than an instance can take.
        _functions[function] = (_functions[function].Scaler ?? new(_options), Math.Max(0.01, Math.Min(_options.Target, traits.Concurrency) * _options.Utilisation));
    }

    /// <inheritdoc/>
    public void Observe(int function, in LoadSample sample) => _functions[function].Scaler.Add(sample.At, sample.Concurrency);

    /// <inheritdoc/>
    public ScaleDecision Decide(int function, double now, int ready) => _functions[function].Scaler.Decide(now, ready, _functions[function].Target);
}
