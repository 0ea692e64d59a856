namespace EvalFaaS.Policies;

/// <summary>Keeps, or loads again, an instance for just the minutes in which a call is likely enough to pay for its memory.</summary>
/// <remarks>
/// Ours. Over a time of length s a call comes with probability p, and saves a cold start that is worth the patience; the memory costs s where none comes, and s / (n + 1) until the first of n. Keeping pays where the first is worth more than the second. Loading again costs no memory, so each minute is decided by itself: the rest of the running one by the calls that came in it, those to come by the forecast. The first run of minutes that pay becomes the window: kept at once where it begins now, else loaded ahead, a cold start before it begins. When a minute ends the forecast has learnt more, and the decision is looked at anew.
/// With certain knowledge of the next call this is the oracle that waits for as long as its patience (ski rental with a known season).
/// </remarks>
public sealed class ForecastKeepAlive(ForecastKeepAliveOptions options, IForecast forecast) : IKeepAlivePolicy
{
    private const double UsualColdStart = 0.25, UsualMemory = 128, Minute = 60;
    private readonly ForecastKeepAliveOptions _options = PolicyOptions.Checked(options);
    private FunctionState[] _functions = [];

    /// <inheritdoc/>
    public string Name => "forecast";

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
        FunctionTable.Reach(ref _functions, function);
        ref var state = ref _functions[function];
        state.Patience = _options.Patience * (_options.ByCost ? traits.ColdStartSeconds / UsualColdStart * (UsualMemory / traits.MemoryMiB) : 1);
        (state.ColdStart, state.CostBySize) = (traits.ColdStartSeconds, traits.ColdStartSeconds / traits.MemoryMiB);
    }

    /// <inheritdoc/>
    public void Arrived(in ArrivalEvent arrival)
    {
        ref var function = ref _functions[arrival.Function];
        if (arrival.Now >= function.MinuteEnd) (function.MinuteEnd, function.Came) = (forecast.MinuteEnd(arrival.Now), 0);
        function.Came++;
    }

    /// <inheritdoc/>
    public KeepDecision Idle(in IdleEvent idle)
    {
        ref readonly var function = ref _functions[idle.Function];
        var rest = forecast.MinuteEnd(idle.Now) - idle.Now;
        var now = idle.Now < function.MinuteEnd && function.Came > 0 ? forecast.AnotherCall(idle.Function, idle.Now, function.Came) : forecast.CallProbability(idle.Function, idle.Now, 0, rest);
        var (from, until, likely) = Pays(idle, 0, rest, now, function.Patience) ? (0.0, rest, now) : (double.NaN, 0.0, 0.0);
        var reach = Math.Min(_options.Reach, forecast.Reach);
        for (var (at, end) = (rest, Math.Min(reach, rest + Minute)); at < reach; (at, end) = (end, Math.Min(reach, end + Minute)))
        {
            var probability = forecast.CallProbability(idle.Function, idle.Now, at, end);
            if (Pays(idle, at, end, probability, function.Patience))
            {
                if (double.IsNaN(from)) from = at;
                until = end;
                likely = Math.Max(likely, probability);
            }
            else if (!double.IsNaN(from))
            {
                break;
            }
        }

        var (priority, breakEven) = (now * function.CostBySize, Minute / (function.Patience + Minute / 2));
        return double.IsNaN(from)
            ? KeepDecision.Keep(0, KeepReason.NoCallExpected, priority, now, breakEven, rest)
            : KeepDecision.KeepThenPreWarm(0, Math.Max(0, from - function.ColdStart), until, KeepReason.CallExpected, priority, likely, breakEven, rest);
    }

    private bool Pays(in IdleEvent idle, double from, double to, double probability, double patience)
    {
        var seconds = to - from;
        var calls = Math.Max(1, forecast.MeanRate(idle.Function, idle.Now, from) * seconds);
        return probability * patience >= (1 - probability) * seconds + probability * seconds / (calls + 1);
    }

    private struct FunctionState
    {
        public double Patience;
        public double ColdStart;
        public double CostBySize;
        public double MinuteEnd;
        public int Came;
    }
}
