namespace EvalFaaS.Policies;

/// <summary>One function's scaling by a stable and a panic window.</summary>
/// <remarks>
/// Knative Serving's pod autoscaler (KPA), pkg/autoscaler/scaling/autoscaler.go: in calm times the stable window's average divided by the target; once the panic window asks for the threshold's multiple of what is ready, the greater of the two windows, which then never falls until a whole stable window has passed without cause.
/// </remarks>
internal sealed class PanicScaler(PanicScalingOptions options)
{
    private readonly LoadWindow _load = new((int)Math.Round(options.StableWindow));
    private readonly ScaleLimits _limits = new(options);
    private readonly int _stable = (int)Math.Round(options.StableWindow);
    private readonly int _panic = Math.Max(1, (int)Math.Round(options.StableWindow * options.PanicWindow));
    private double _panicSince = double.NaN;
    private int _panicMost;

    public void Add(double at, double load) => _load.Add(at, load);

    public ScaleDecision Decide(double now, int ready, double target)
    {
        var bounds = ScaleBound.None;
        if (_load.IsEmpty) return new(_limits.Settled(now, ready, ready, ref bounds), ready, ready, ScaleReason.NoData, bounds, 0, target);
        var (calm, rush) = (_load.Average(now, _stable), _load.Average(now, _panic));
        // Rounded first: 2.1 / 0.7 is a little above 3, and no fourth instance is meant.
        var (calmWants, rushWants) = (Math.Ceiling(Math.Round(calm / target, 6)), Math.Ceiling(Math.Round(rush / target, 6)));
        Panic(now, rushWants / Math.Max(1, ready) >= options.PanicThreshold);

        ScaleBound calmBounds = default, rushBounds = default;
        var (calmGets, rushGets) = (_limits.Rated(calmWants, ready, ref calmBounds), _limits.Rated(rushWants, ready, ref rushBounds));
        if (double.IsNaN(_panicSince))
            return new(_limits.Settled(now, calmGets, ready, ref calmBounds), ready, Whole(calmWants), ScaleReason.Stable, calmBounds, calm, target);

        var byRush = rushGets >= calmGets;
        var gets = Math.Max(calmGets, rushGets);
        bounds = byRush ? rushBounds : calmBounds;
        var held = gets < _panicMost;
        _panicMost = Math.Max(_panicMost, gets);
        var panicTarget = _limits.Settled(now, _panicMost, ready, ref bounds);
        return new(panicTarget, ready, Whole(byRush ? rushWants : calmWants), held ? ScaleReason.PanicHeld : byRush ? ScaleReason.Panic : ScaleReason.Stable, bounds, held || byRush ? rush : calm, target);
    }

    private void Panic(double now, bool cause)
    {
        if (cause) _panicSince = now;
        else if (_panicSince + options.StableWindow < now) (_panicSince, _panicMost) = (double.NaN, 0);
    }

    private static int Whole(double wanted) => (int)Math.Min(wanted, int.MaxValue);
}
