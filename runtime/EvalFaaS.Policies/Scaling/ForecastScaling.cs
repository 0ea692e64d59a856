namespace EvalFaaS.Policies;

/// <summary>Scales ahead of the load: to within the band between two quantiles of the rate forecast for when new instances would be ready.</summary>
/// <remarks>
/// Ours. Below the band's lower end instances are added up to it, above its upper end taken down to it, within it nothing changes, so that a forecast's noise moves no instance. What runs already is always covered, so that a forecast that missed costs a delay and never an outage. Calls that an instance can take come from Little's law (1961): concurrency over the time of one call, which is learnt from the load's own concurrency and rate.
/// </remarks>
public sealed class ForecastScaling(ForecastScalingOptions options, IForecast forecast) : IScalingPolicy
{
    private readonly ForecastScalingOptions _options = Checked(options);
    private FunctionState[] _functions = [];

    /// <inheritdoc/>
    public string Name => "forecast-scaling";

    /// <inheritdoc/>
    public double EverySeconds => _options.Interval;

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
        FunctionTable.Reach(ref _functions, function);
        ref var state = ref _functions[function];
        state.Limits ??= new(_options);
        state.Concurrency = traits.Concurrency;
    }

    /// <inheritdoc/>
    public void Observe(int function, in LoadSample sample)
    {
        ref var state = ref _functions[function];
        state.Running = Math.Max(0, sample.Concurrency);
        // Sums that forget with a time constant of some hundred samples: their ratio is the time of one call.
        const double Kept = 0.99;
        state.SumConcurrency = state.SumConcurrency * Kept + sample.Concurrency;
        state.SumRate = state.SumRate * Kept + sample.RequestsPerSecond;
    }

    /// <inheritdoc/>
    public ScaleDecision Decide(int function, double now, int ready)
    {
        ref readonly var state = ref _functions[function];
        var seconds = state.SumRate > 0 && state.SumConcurrency > 0 ? state.SumConcurrency / state.SumRate : _options.Service;
        var each = state.Concurrency * _options.Utilisation / seconds;
        var (low, high) = (forecast.RateQuantile(function, now, _options.Lead, _options.Low), forecast.RateQuantile(function, now, _options.Lead, _options.High));
        var (fewest, most) = (Math.Ceiling(Math.Round(low / each, 6)), Math.Ceiling(Math.Round(high / each, 6)));
        var wanted = Math.Max(Math.Max(fewest, Math.Min(ready, most)), Math.Ceiling(state.Running / state.Concurrency));
        var bounds = ScaleBound.None;
        var target = state.Limits.Held(now, wanted, ready, ref bounds);
        return new(target, ready, (int)Math.Min(wanted, int.MaxValue), ScaleReason.Forecast, bounds, high, each);
    }

    private static ForecastScalingOptions Checked(ForecastScalingOptions options) => ScaleLimits.Checked(options).Low <= options.High
        ? options
        : throw new PolicyException($"low is {options.Low} and high {options.High}: the band's lower quantile must not be above its upper one.");

    private struct FunctionState
    {
        public ScaleLimits Limits;
        public int Concurrency;
        public double Running, SumConcurrency, SumRate;
    }
}
