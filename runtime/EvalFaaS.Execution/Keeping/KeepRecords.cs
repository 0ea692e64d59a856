using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>What is written down while a keep-alive policy acts: its decisions, what its shadows would have decided, the arrivals, and each minute's calls for the forecast. Changes nothing.</summary>
internal sealed class KeepRecords(RecordRing<KeepRecord> decisions, IReadOnlyList<ShadowKeepAlive> shadows, ArrivalRecording arrivals, IOnlineForecast? forecast)
{
    private const double Minute = 60;

    private int[] _calls = new int[16];
    private double _minuteEnd = double.NaN;

    /// <summary>The acting policy's decisions.</summary>
    public RecordRing<KeepRecord> Decisions => decisions;

    /// <summary>The policies in the shadow of the acting one.</summary>
    public IReadOnlyList<ShadowKeepAlive> Shadows => shadows;

    /// <summary>What was called when.</summary>
    public ArrivalRecording Arrivals => arrivals;

    public void Arrived(in ArrivalEvent arrival)
    {
        foreach (var shadow in shadows) shadow.Arrived(arrival);
        if (arrival.Function >= _calls.Length) Array.Resize(ref _calls, Math.Max(arrival.Function + 1, _calls.Length * 2));
        _calls[arrival.Function]++;
    }

    public void Ended(int function, in KeepEvent ended) => arrivals.Add(function, ended);

    public void Decided(KeptFunction kept, in IdleEvent asked, in KeepDecision decision)
    {
        decisions.Add(new KeepRecord(kept.Function.Name, asked.Now, decision));
        foreach (var shadow in shadows)
        {
            if (asked.IdleFor > 0) shadow.Reviewed(asked, decision);
            else shadow.Idle(asked, decision);
        }
    }

    public void Evicted(int function, double now)
    {
        foreach (var shadow in shadows) shadow.Evicted(function, now);
    }

    /// <summary>Ends each minute that has passed.</summary>
    public void AdvanceTo(double now)
    {
        if (double.IsNaN(_minuteEnd)) _minuteEnd = now + Minute;
        for (; _minuteEnd <= now; _minuteEnd += Minute)
        {
            forecast?.EndMinute(_minuteEnd, _calls);
            Array.Clear(_calls);
            foreach (var shadow in shadows) shadow.AdvanceTo(_minuteEnd);
        }
    }
}
