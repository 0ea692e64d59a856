namespace EvalFaaS.Policies;

/// <summary>Keeps, or loads again, an instance for just the minutes in which a call is likely enough to pay for its memory.</summary>
/// <remarks>
/// Ours. Over a step of length s the memory costs s and a call within it, of probability p, saves a cold start that is worth the patience: keeping pays from p = s / patience. The first run of such steps becomes the window: kept at once where it begins now, loaded ahead where it begins later. Each step the forecast has learnt more, and the decision is looked at anew.
/// With certain knowledge of the next call this is the oracle that waits for as long as its patience (ski rental with a known season).
/// </remarks>
public sealed class ForecastKeepAlive(ForecastKeepAliveOptions options, IForecast forecast) : IKeepAlivePolicy
{
    private const double UsualColdStart = 0.25, UsualMemory = 128;
    private readonly ForecastKeepAliveOptions _options = PolicyOptions.Checked(options);
    private FunctionState[] _functions = [];

    /// <inheritdoc/>
    public string Name => "forecast";

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
        FunctionTable.Reach(ref _functions, function);
        var scale = traits.ColdStartSeconds / UsualColdStart * (UsualMemory / traits.MemoryMiB);
        _functions[function] = new FunctionState { BreakEven = _options.Step / (_options.Patience * (_options.ByCost ? scale : 1)), CostBySize = traits.ColdStartSeconds / traits.MemoryMiB };
    }

    /// <inheritdoc/>
    public void Arrived(in ArrivalEvent arrival)
    {
    }

    /// <inheritdoc/>
    public KeepDecision Idle(in IdleEvent idle)
    {
        ref readonly var function = ref _functions[idle.Function];
        var reach = Math.Min(_options.Reach, forecast.Reach);
        var (from, until, likely, first) = (double.NaN, 0.0, 0.0, 0.0);
        for (var at = 0.0; at < reach; at += _options.Step)
        {
            var probability = forecast.CallProbability(idle.Function, idle.Now, at, at + _options.Step);
            if (at == 0) first = probability;
            if (probability < function.BreakEven)
            {
                if (!double.IsNaN(from)) break;
                continue;
            }

            if (double.IsNaN(from)) from = at;
            until = at + _options.Step;
            likely = Math.Max(likely, probability);
        }

        var priority = first * function.CostBySize;
        return double.IsNaN(from)
            ? KeepDecision.Keep(0, KeepReason.NoCallExpected, priority, first, function.BreakEven, _options.Step)
            : KeepDecision.KeepThenPreWarm(0, from, until, KeepReason.CallExpected, priority, likely, function.BreakEven, _options.Step);
    }

    private struct FunctionState
    {
        public double BreakEven;
        public double CostBySize;
    }
}
