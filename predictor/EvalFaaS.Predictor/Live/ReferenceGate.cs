using EvalFaaS.Predictor.Calibration;
using EvalFaaS.Predictor.Evaluation;
using EvalFaaS.Predictor.Forecasters;
using EvalFaaS.Predictor.Walking;

namespace EvalFaaS.Predictor.Live;

/// <summary>The reference of the evaluation as a forecast of one function: of six baselines the one that erred least in the two hours before a minute, with quantiles from its own errors.</summary>
internal sealed class ReferenceGate
{
    private readonly int _from;
    private readonly Past _past = new(Panel.Memory);
    private readonly Outlook[] _outlooks = [.. Panel.Baselines.Select(_ => new Outlook(1, 120))];
    private readonly double[] _errors = new double[Panel.Baselines.Count];
    private int _minute;
    private int _picked;

    public ReferenceGate(int from) => _from = from;

    /// <summary>How many calls its minutes had.</summary>
    public CountHistory Counts { get; } = new();

    /// <summary>A minute has ended.</summary>
    public void EndMinute(float calls)
    {
        for (var b = 0; b < _outlooks.Length; b++)
        {
            var due = _outlooks[b].Due;
            if (!float.IsNaN(due) && _minute >= _from - WalkForward.JudgedMinutes && _minute < _from) _errors[b] += Math.Abs(due - calls);
            _outlooks[b].Settle(calls);
        }

        _past.Add(calls);
        Counts.Add(calls);
        for (var b = 0; b < _outlooks.Length; b++) _outlooks[b].Forecast = Panel.Baselines[b].Forecast(_past.Minutes, 1);
        if (++_minute <= _from)
            for (var b = 0; b < _errors.Length; b++)
                if (_errors[b] < _errors[_picked]) _picked = b;
    }

    /// <summary>What is expected of a minute, 1 being the next to end.</summary>
    public MinuteOutlook Of(int minute)
    {
        var calls = Panel.Baselines[_picked].Forecast(_past.Minutes, minute);
        return new MinuteOutlook(calls, _outlooks[_picked].Errors.CallShare(calls));
    }
}
