using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>The keep-alive of a runtime, put together: the acting policy, its shadows, and what is written down of them.</summary>
public sealed class KeepAlive : IDisposable
{
    // One avoided cold start is worth an idle instance for as long as the platforms' usual window.
    private static readonly KeepPrice Price = KeepPrice.OfPatience(600);

    private readonly KeptFunctions _functions;
    private readonly Keeper _keeper;
    private readonly ITimer _timer;
    private readonly TimeProvider _time;

    internal KeepAlive(RuntimeOptions options, KeepEvents events, ModuleCache modules, Catalogue catalogue, TimeProvider time)
    {
        var surroundings = new PolicySurroundings { Forecast = options.Forecast, Epoch = time.GetUtcNow() - TimeSpan.FromSeconds(time.NowNs() / 1e9) };
        var policy = options.KeepAlive.Make<IKeepAlivePolicy>(surroundings);
        var shadows = options.Shadows.Select(s => new ShadowKeepAlive(s.Make<IKeepAlivePolicy>(surroundings), Price)).ToArray();
        Policy = options.KeepAlive.Text;
        Shadows = [.. options.Shadows.Select(s => s.Text)];
        _time = time;
        _functions = new KeptFunctions(policy, shadows);
        var records = new KeepRecords(new RecordRing<KeepRecord>(options.RecentDecisions), shadows, new ArrivalRecording(options.RecordedArrivals), options.Forecast as IOnlineForecast);
        var warmUps = new WarmUps(options, surroundings, _functions, () => catalogue.Snapshot.In(null).Select(e => e.Current), modules, time);
        _keeper = new Keeper(policy, _functions, events, records, warmUps, modules);
        _timer = time.CreateTimer(_ => Sweep(), null, Period, Period);
    }

    /// <summary>How often what was decided is done.</summary>
    public static TimeSpan Period { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The acting policy, as it was asked for.</summary>
    public string Policy { get; }

    /// <summary>The policies in its shadow.</summary>
    public IReadOnlyList<string> Shadows { get; }

    /// <summary>The last decisions of the acting policy, oldest first.</summary>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<KeepRecord> Decisions(int count) => Read(r => r.Decisions.Last(count));

    /// <summary>What each shadow would have come to, beside the acting policy and the oracle, over the same idle times.</summary>
    public IReadOnlyList<RegretReport> Regret() => Read(r => r.Shadows.Select(s => s.Report).ToArray());

    /// <summary>The invocations of the time just past that have ended, in the order in which they arrived.</summary>
    /// <param name="window">How far back.</param>
    public IReadOnlyList<ArrivalRecord> Arrivals(TimeSpan window)
    {
        var since = _time.NowNs() - (long)window.TotalNanoseconds;
        var (arrivals, names) = Read(r => (r.Arrivals.Since(since), _functions.Names()));
        return [.. arrivals.OrderBy(a => a.AtNs).Select(a => new ArrivalRecord(names[a.Function], a.AtNs / 1e9, a.DurationNs / 1e9, a.StartState, a.Cause))];
    }

    /// <summary>Ends the timer.</summary>
    public void Dispose() => _timer.Dispose();

    internal void Sweep() => _keeper.Sweep(_time.NowNs());

    internal T Read<T>(Func<WarmUps, double, T> what)
    {
        Sweep();
        return _keeper.Read(what);
    }

    // What has happened until now is asked for, so it is taken in first.
    private T Read<T>(Func<KeepRecords, T> what)
    {
        Sweep();
        return _keeper.Read(what);
    }
}

/// <summary>One invocation, as it was recorded.</summary>
/// <param name="Function"><c>namespace/name</c>.</param>
/// <param name="AtSeconds">When it was admitted, seconds on the node's monotonic clock.</param>
/// <param name="Seconds">From there to the end of its response.</param>
/// <param name="StartState">What it found.</param>
/// <param name="Cause">Why not more.</param>
public readonly record struct ArrivalRecord(string Function, double AtSeconds, double Seconds, StartState StartState, ColdCause Cause);
