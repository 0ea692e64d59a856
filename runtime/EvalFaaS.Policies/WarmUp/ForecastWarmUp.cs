namespace EvalFaaS.Policies;

/// <summary>Makes ready what the forecast expects to be called: the code of what may be, an instance of what probably is, several of what comes in numbers.</summary>
/// <remarks>Ours. Each step is worth more and costs more, so each has its own probability; the number of instances covers a quantile of the rate, by Little's law.</remarks>
public sealed class ForecastWarmUp(ForecastWarmUpOptions options, IForecast forecast) : IWarmUpPolicy
{
    private readonly ForecastWarmUpOptions _options = Checked(options);
    private int[] _concurrency = [];

    /// <inheritdoc/>
    public string Name => "forecast-warm-up";

    /// <inheritdoc/>
    public double EverySeconds => _options.Interval;

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
        FunctionTable.Reach(ref _concurrency, function);
        _concurrency[function] = traits.Concurrency;
    }

    /// <inheritdoc/>
    public WarmUpDecision Decide(in WarmUpQuestion question)
    {
        var stays = _options.Lead + _options.Interval;
        var probability = forecast.CallProbability(question.Function, question.Now, 0, stays);
        var rate = forecast.RateQuantile(question.Function, question.Now, _options.Lead, _options.Level);
        if (probability < _options.LoadFrom) return new(WarmUpAction.None, 0, 0, WarmUpReason.NoCallsExpected, rate, probability);
        if (probability < _options.InstantiateFrom) return new(WarmUpAction.LoadModule, 0, stays, WarmUpReason.CallsExpected, rate, probability);
        var instances = (int)Math.Clamp(Math.Ceiling(Math.Round(rate * _options.Service / _concurrency[question.Function], 6)), 1, int.MaxValue);
        return new(instances > 1 ? WarmUpAction.Scale : WarmUpAction.Instantiate, instances, stays, WarmUpReason.CallsExpected, rate, probability);
    }

    private static ForecastWarmUpOptions Checked(ForecastWarmUpOptions options) => PolicyOptions.Checked(options).LoadFrom <= options.InstantiateFrom
        ? options
        : throw new PolicyException($"load-from is {options.LoadFrom} and instantiate-from {options.InstantiateFrom}: code is loaded before instances are made, so the first must not be above the second.");
}
