namespace EvalFaaS.Model;

/// <summary>
/// Records where one invocation's time goes: contiguous phases, so that they add up to the total by construction.
/// Reused between invocations; not safe for two threads at once.
/// </summary>
/// <remarks>
/// A phase ends where the next one begins (<see cref="Mark"/>), so there is one clock reading a phase and no gap.
/// Time inside <see cref="Phase.Execute"/> (host calls) and after the response (<see cref="Phase.Cleanup"/>) is recorded beside, off the total.
/// </remarks>
public sealed class InvocationLedger
{
    /// <summary>The version of the span list; it only ever grows.</summary>
    public const int Version = 1;

    /// <summary>Spans that are kept at most; further ones are dropped.</summary>
    public const int Capacity = 24;

    private readonly TimeProvider _time;
    private readonly LedgerSpan[] _spans = new LedgerSpan[Capacity];
    private int _count;
    private long _last;
    private long _hostNs;

    /// <summary>A ledger on this clock.</summary>
    public InvocationLedger(TimeProvider time) => _time = time;

    /// <summary>When the invocation began, ns on the monotonic clock.</summary>
    public long StartNs { get; private set; }

    /// <summary>Which attempt this is, from 1.</summary>
    public int Attempt { get; private set; }

    /// <summary>How much was ready when the call arrived.</summary>
    public StartState StartState { get; set; }

    /// <summary>Why it found less than it could have.</summary>
    public ColdCause Cause { get; set; }

    /// <summary>Identity of the instance that answered, unique in the node's life; 0 when none did.</summary>
    public long InstanceId { get; set; }

    /// <summary>The spans in the order in which they ended.</summary>
    public ReadOnlySpan<LedgerSpan> Spans => _spans.AsSpan(0, _count);

    /// <summary>ns from the start to the last contiguous mark.</summary>
    public long TotalNs => _last - StartNs;

    /// <summary>ns of host calls inside <see cref="Phase.Execute"/>.</summary>
    public long HostNs => _hostNs;

    /// <summary>Begins an invocation now.</summary>
    public void Start(int attempt = 1) => Start(Now(), attempt);

    /// <summary>Begins an invocation at a time already read from the same clock, ns.</summary>
    public void Start(long startNs, int attempt)
    {
        _count = 0;
        _hostNs = 0;
        StartNs = _last = startNs;
        Attempt = attempt;
        StartState = StartState.FreshInstance;
        Cause = ColdCause.None;
        InstanceId = 0;
    }

    /// <summary>Ends a phase here; it began where the one before it ended.</summary>
    public void Mark(Phase phase)
    {
        var now = Now();
        Add(phase, _last, now, -1);
        _last = now;
    }

    /// <summary>Ends a phase at a time read earlier from the same clock, ns: neither before it began nor after now.</summary>
    /// <remarks>For phases that happened in another process, of which only durations are known here.</remarks>
    public void MarkAt(Phase phase, long endNs)
    {
        var end = Math.Clamp(endNs, _last, Math.Max(_last, Now()));
        Add(phase, _last, end, -1);
        _last = end;
    }

    /// <summary>When the last contiguous phase ended, ns.</summary>
    public long LastNs => _last;

    /// <summary>Adds ns of a host call inside <see cref="Phase.Execute"/>.</summary>
    public void AddHostTime(long ns) => _hostNs += ns;

    /// <summary>Records clean-up after the response, from its start (ns) to now, off the total.</summary>
    public void MarkCleanup(long startNs) => Add(Phase.Cleanup, startNs, Now(), -1);

    /// <summary>ns of a phase, 0 where it did not occur.</summary>
    public long DurationNs(Phase phase)
    {
        if (phase == Phase.Host) return _hostNs;
        long sum = 0;
        foreach (ref readonly var span in Spans)
            if (span.Phase == phase) sum += span.EndNs - span.StartNs;
        return sum;
    }

    /// <summary>The monotonic clock, ns.</summary>
    public long Now() => _time.NowNs();

    private void Add(Phase phase, long start, long end, int parent)
    {
        if (_count < Capacity)
            _spans[_count++] = new LedgerSpan(phase, start, end, Attempt, 0, parent);
    }
}
