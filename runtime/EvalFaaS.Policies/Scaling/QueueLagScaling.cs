namespace EvalFaaS.Policies;

/// <summary>Scales by what has not been done yet: so many unfinished requests for one instance, and none that waits too long.</summary>
/// <remarks>KEDA's scalers of queues through the HPA's average value: instances = lag / threshold, rounded up, the lag being what has arrived and is not finished. That the first of the queue must not wait longer than allowed is ours: instances = ready × wait / allowed.</remarks>
public sealed class QueueLagScaling(QueueLagOptions options) : IScalingPolicy
{
    private readonly QueueLagOptions _options = ScaleLimits.Checked(options);
    private readonly LatestLoads _functions = new(options);

    /// <inheritdoc/>
    public string Name => "queue-lag";

    /// <inheritdoc/>
    public double EverySeconds => _options.Interval;

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits) => _functions.Describe(function);

    /// <inheritdoc/>
    public void Observe(int function, in LoadSample sample) => _functions.Observe(function, sample);

    /// <inheritdoc/>
    public ScaleDecision Decide(int function, double now, int ready)
    {
        ref readonly var state = ref _functions.Of(function);
        var bounds = ScaleBound.None;
        if (!state.Seen) return new(state.Limits.Settled(now, ready, ready, ref bounds), ready, ready, ScaleReason.NoData, bounds, 0, _options.Lag);
        var lag = Math.Max(state.Last.Concurrency, state.Last.Queued);
        var byLag = Math.Ceiling(lag / _options.Lag);
        var byWait = state.Last.Queued > 0 && state.Last.OldestWait > _options.Wait ? Math.Ceiling(Math.Max(1, ready) * state.Last.OldestWait / _options.Wait) : 0;
        var wanted = Math.Max(byLag, byWait);
        var target = state.Limits.Held(now, wanted, ready, ref bounds);
        var (a, b) = byWait > byLag ? (state.Last.OldestWait, _options.Wait) : (lag, _options.Lag);
        return new(target, ready, (int)Math.Min(wanted, int.MaxValue), ScaleReason.Queue, bounds, a, b);
    }
}
