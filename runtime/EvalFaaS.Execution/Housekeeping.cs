using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Looks now and then for what has been idle too long.</summary>
internal sealed class Housekeeping : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromMinutes(1);

    private readonly ModuleCache _modules;
    private readonly RuntimeOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;

    public Housekeeping(ModuleCache modules, RuntimeOptions options, TimeProvider time)
    {
        _modules = modules;
        _options = options;
        _time = time;
        var every = TimeSpan.FromTicks(Math.Clamp(Math.Min(Ticks(options.UnmapAfter), Ticks(options.InstanceIdle)) / 4, Shortest.Ticks, Longest.Ticks));
        _timer = time.CreateTimer(static me => ((Housekeeping)me!).Sweep(), this, every, every);
    }

    public void Dispose() => _timer.Dispose();

    private void Sweep()
    {
        var now = _time.NowNs();
        if (_options.InstanceIdle != Timeout.InfiniteTimeSpan) _modules.ExpireInstances(now - (long)_options.InstanceIdle.TotalNanoseconds);
        _modules.UnmapIdle(_options.UnmapAfter == Timeout.InfiniteTimeSpan ? long.MinValue : now - (long)_options.UnmapAfter.TotalNanoseconds);
    }

    private static long Ticks(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? long.MaxValue : span.Ticks;
}
