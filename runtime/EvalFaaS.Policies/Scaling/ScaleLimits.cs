namespace EvalFaaS.Policies;

/// <summary>Takes what a function's load asks for to what it gets: rate limits, delay, grace, bounds, in that order. One for each function.</summary>
/// <remarks>The order and the formulas are those of Knative Serving: rates and delay in pkg/autoscaler/scaling/autoscaler.go, zero and bounds in pkg/reconciler/autoscaling/kpa/scaler.go. A lower bound wins over an upper one nowhere: options with minimum above maximum are refused.</remarks>
internal sealed class ScaleLimits
{
    private readonly ScaleLimitOptions _options;
    private readonly MaximumWindow? _delay;
    private bool _initialReached;
    private double _nothingSince = double.NaN;

    public ScaleLimits(ScaleLimitOptions options)
    {
        _options = options;
        if (options.DownDelay > 0) _delay = new MaximumWindow((int)Math.Ceiling(options.DownDelay / options.Interval));
    }

    /// <summary>Options that do not go together.</summary>
    /// <exception cref="PolicyException">The minimum lies above the maximum.</exception>
    public static T Checked<T>(T options) where T : ScaleLimitOptions
    {
        PolicyOptions.Checked(options);
        if (options.MaxInstances > 0 && options.MinInstances > options.MaxInstances)
            throw new PolicyException($"min-instances is {options.MinInstances} and max-instances {options.MaxInstances}: the minimum must not be above the maximum (0 is unbounded).");
        return options;
    }

    /// <summary>All of them: what is wanted within the rates, and that settled.</summary>
    public int Held(double now, double wanted, int ready, ref ScaleBound bounds) => Settled(now, Rated(wanted, ready, ref bounds), ready, ref bounds);

    /// <summary>Not faster up or down than the rates, and no fewer than the activation scale while there is load.</summary>
    public int Rated(double wanted, int ready, ref ScaleBound bounds)
    {
        var from = Math.Max(1, ready);
        var most = Math.Ceiling(_options.MaxUpRate * from);
        var fewest = Math.Floor(from / _options.MaxDownRate);
        if (wanted > most) bounds |= ScaleBound.RateUp;
        if (wanted < fewest) bounds |= ScaleBound.RateDown;
        var rated = (int)Math.Min(Math.Min(Math.Max(wanted, fewest), most), int.MaxValue);
        return wanted > 0 ? Math.Max(rated, _options.ActivationInstances) : rated;
    }

    /// <summary>Delay, zero, initial scale and bounds.</summary>
    public int Settled(double now, int rated, int ready, ref ScaleBound bounds)
    {
        var target = Delayed(now, rated, ref bounds);
        target = AboveZero(now, target, ready, ref bounds);
        _initialReached |= ready >= _options.InitialInstances;
        if (!_initialReached && target < _options.InitialInstances) (target, bounds) = (_options.InitialInstances, bounds | ScaleBound.Initial);
        if (target < _options.MinInstances) (target, bounds) = (_options.MinInstances, bounds | ScaleBound.Minimum);
        if (_options.MaxInstances > 0 && target > _options.MaxInstances) (target, bounds) = (_options.MaxInstances, bounds | ScaleBound.Maximum);
        return target;
    }

    private int Delayed(double now, int rated, ref ScaleBound bounds)
    {
        if (_delay is null) return rated;
        var highest = _delay.Add((long)Math.Floor(now / _options.Interval), rated);
        if (highest > rated) bounds |= ScaleBound.Delay;
        return highest;
    }

    private int AboveZero(double now, int target, int ready, ref ScaleBound bounds)
    {
        if (target > 0)
        {
            _nothingSince = double.NaN;
            return target;
        }

        if (!_options.ToZero)
        {
            bounds |= ScaleBound.NotToZero;
            return 1;
        }

        if (ready == 0) return 0;
        if (double.IsNaN(_nothingSince)) _nothingSince = now;
        if (now - _nothingSince >= _options.ZeroGrace) return 0;
        bounds |= ScaleBound.Grace;
        return 1;
    }
}
