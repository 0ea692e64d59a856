using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Walking;

/// <summary>Walks a predictor through a trace, one minute at a time.</summary>
internal sealed class TraceWalk
{
    private readonly Trace _trace;
    private readonly int[] _calls;

    public TraceWalk(Trace trace, PredictorOptions options)
    {
        _trace = trace;
        _calls = new int[trace.Functions.Count];
        Predictor = new LoadPredictor(options, WalkedFunction.Of(trace), trace.FirstMinuteOfDay);
    }

    public LoadPredictor Predictor { get; }

    /// <summary>Minutes that have passed.</summary>
    public int Minute => Predictor.Minute;

    /// <summary>Ends the next minute of the trace.</summary>
    public void Step(IMomentSink? sink = null)
    {
        for (var f = 0; f < _calls.Length; f++) _calls[f] = _trace.Functions[f].Counts[Minute];
        Predictor.EndMinute(_calls, sink);
    }
}
