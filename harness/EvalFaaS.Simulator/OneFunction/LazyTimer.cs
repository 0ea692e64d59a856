using EvalFaaS.Simulator.Events;

namespace EvalFaaS.Simulator.OneFunction;

/// <summary>A timer that is set and cancelled much more often than it rings: one event at most is pending for it as a rule, and that one looks again when it comes.</summary>
internal struct LazyTimer
{
    private double _target;
    private double _pending;

    /// <summary>One that is not set.</summary>
    public static LazyTimer Off => new() { _target = double.PositiveInfinity, _pending = double.PositiveInfinity };

    /// <summary>Sets it, in place of what was set.</summary>
    public void Set(double time, EventQueue events, int rank, int function)
    {
        _target = time;
        if (time >= _pending || double.IsPositiveInfinity(time)) return;
        _pending = time;
        events.Add(time, rank, function, 0);
    }

    /// <summary>Takes back what was set.</summary>
    public void Cancel() => _target = double.PositiveInfinity;

    /// <summary>An event of it has come: whether its time has.</summary>
    public bool Rings(double now, EventQueue events, int rank, int function)
    {
        if (now >= _pending) _pending = double.PositiveInfinity;
        if (now >= _target)
        {
            _target = double.PositiveInfinity;
            return true;
        }

        Set(_target, events, rank, function);
        return false;
    }
}
