namespace EvalFaaS.Policies;

/// <summary>Learns from each function's idle times when it is called again: unloads it, loads it shortly before that, and keeps it until nearly all calls would have come.</summary>
/// <remarks>
/// <para>Shahrad et al., Serverless in the Wild, USENIX ATC 2020, section 4.2. In its order: too many idle times beyond the histogram, then a time series predicts; else a representative histogram, then its head and tail with margins; else the function is kept for the histogram's whole range.</para>
/// <para>The paper's time series is ARIMA with automatic order, run outside the node; here it is a first-order autoregression over the last 16 idle times (<see cref="IdleSeries"/>), which needs neither a search nor a library.</para>
/// <para>A function is idle while none of its invocations runs; its idle time ends with the next arrival.</para>
/// </remarks>
public sealed class HybridHistogramKeepAlive(HybridHistogramOptions options) : IKeepAlivePolicy
{
    private readonly HybridHistogramOptions _options = PolicyOptions.Checked(options);
    private readonly int _bins = Bins(options);
    private FunctionState[] _functions = [];

    /// <inheritdoc/>
    public string Name => "hybrid-histogram";

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
        FunctionTable.Reach(ref _functions, function);
        if (_functions[function].Histogram is null) _functions[function] = new FunctionState { Histogram = new(_bins, _options.Bin, _options.Head, _options.Tail), IdleSince = double.NaN };
    }

    /// <inheritdoc/>
    public void Arrived(in ArrivalEvent arrival)
    {
        ref var function = ref _functions[arrival.Function];
        if (double.IsNaN(function.IdleSince)) return;
        var idle = Math.Max(0, arrival.Now - function.IdleSince);
        function.IdleSince = double.NaN;
        function.Histogram.Add(idle);
        function.Series.Add(idle);
    }

    /// <inheritdoc/>
    public KeepDecision Idle(in IdleEvent idle)
    {
        ref var function = ref _functions[idle.Function];
        if (idle.Running == 0) function.IdleSince = idle.Now - idle.IdleFor;
        var histogram = function.Histogram;
        if (histogram.ShareBeyond > _options.OutOfBounds) return BySeries(function.Series.Predict(), histogram.ShareBeyond, idle.Now);
        var variation = histogram.Variation;
        if (histogram.Within < _options.Observations || variation < _options.Variation)
            return KeepDecision.Keep(_options.Range, KeepReason.NotRepresentative, idle.Now, histogram.Within, variation);
        var (head, tail) = (histogram.Head, histogram.Tail);
        return KeepDecision.KeepThenPreWarm(0, head * (1 - _options.Margin), tail * (1 + _options.Margin), KeepReason.Histogram, idle.Now, head, tail);
    }

    // Each function has a histogram of its own.
    private static int Bins(HybridHistogramOptions options) => Math.Ceiling(options.Range / options.Bin) is <= 100_000 and var bins
        ? (int)bins
        : throw new PolicyException($"A range of {options.Range} s in bins of {options.Bin} s makes more than 100000 bins for each function: write wider bins or a shorter range.");

    private KeepDecision BySeries(double expected, double beyond, double now) =>
        KeepDecision.KeepThenPreWarm(0, expected * (1 - _options.SeriesMargin), expected * (1 + _options.SeriesMargin), KeepReason.TimeSeries, now, expected, beyond);

    private struct FunctionState
    {
        public IdleHistogram Histogram;
        public IdleSeries Series;
        public double IdleSince;
    }
}
