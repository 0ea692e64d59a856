using EvalFaaS.Predictor.Activity;
using EvalFaaS.Predictor.Forecasters;
using EvalFaaS.Predictor.Gating;
using EvalFaaS.Predictor.Learning;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Walking;

/// <summary>
/// Walks through time: takes the calls of each minute that ended and forecasts those to come. It is the one way in which forecasts come about, in a node,
/// in training and in evaluation, so nothing of the future can reach a forecast in any of them.
/// </summary>
/// <remarks>Not for several threads at once, except <see cref="Use"/>.</remarks>
internal sealed class LoadPredictor
{
    private readonly PredictorOptions _options;
    private WalkedFunction[] _functions;
    private FunctionState[] _states;
    private Siblings _siblings;
    private readonly SharedHazard _shared = new();
    private readonly float[] _features = new float[Features.Names.Count];
    private readonly int _firstMinuteOfDay;
    private volatile LearnedModels? _models;

    public LoadPredictor(PredictorOptions options, IEnumerable<WalkedFunction> functions, int firstMinuteOfDay)
    {
        _options = options;
        _functions = [.. functions];
        _states = [.. _functions.Select(f => new FunctionState(options, f.Trigger == TriggerKind.Timer))];
        _siblings = new Siblings(_functions);
        _firstMinuteOfDay = firstMinuteOfDay;
    }

    /// <summary>Minutes that have ended.</summary>
    public int Minute { get; private set; }

    /// <summary>Functions that are known.</summary>
    public int Functions => _states.Length;

    /// <summary>State of a function.</summary>
    public FunctionState this[int function] => _states[function];

    /// <summary>From the next minute on, these models are used; null for none.</summary>
    public void Use(LearnedModels? models) => _models = models;

    // What is met later stands alone, and is taken as called by people: nobody says otherwise.
    private void Meet(int functions)
    {
        if (functions <= _states.Length) return;
        var known = _states.Length;
        Array.Resize(ref _functions, functions);
        Array.Resize(ref _states, functions);
        for (var f = known; f < functions; f++)
        {
            _functions[f] = new WalkedFunction(-1, TriggerKind.Http);
            _states[f] = new FunctionState(_options, timer: false);
        }

        _siblings = new Siblings(_functions);
    }

    /// <summary>A minute has ended, after which nothing is to be forecast.</summary>
    /// <param name="calls">Its calls, by function.</param>
    public void Remember(ReadOnlySpan<int> calls)
    {
        Meet(calls.Length);
        for (var f = 0; f < _states.Length; f++)
        {
            _shared.Count(_states[f].Cell, calls[f] > 0);
            _states[f].Settle(calls[f]);
        }

        foreach (var state in _states) state.Look(_shared);
        _siblings.Add(calls);
        Minute++;
    }

    /// <summary>A minute has ended: judges what was forecast for it, and forecasts anew.</summary>
    /// <param name="calls">Its calls, by function.</param>
    /// <param name="sink">Is told the features of each forecast; null for nobody.</param>
    public void EndMinute(ReadOnlySpan<int> calls, IMomentSink? sink = null)
    {
        Remember(calls);
        var models = _models;
        for (var f = 0; f < _states.Length; f++)
        {
            var scale = _states[f].Scale();
            for (var h = 0; h < _options.Horizons.Count; h++) Forecast(f, h, scale, models, sink);
        }
    }

    private void Forecast(int function, int h, float scale, LearnedModels? models, IMomentSink? sink)
    {
        var state = _states[function];
        var (horizon, gate) = (_options.Horizons[h], state.Gates[h]);
        var past = state.Past.Minutes;
        var forecasts = gate.Forecasts;
        for (var i = 0; i < Panel.All.Count; i++) forecasts[i] = Panel.All[i].Forecast(past, horizon);
        forecasts[Candidates.Blend] = gate.Blend(Panel.All.Count);
        forecasts[Candidates.Blend + 1] = MathF.Round(forecasts[Candidates.Blend]);
        var plain = state.Plain[h].Forecast = forecasts[gate.Best(Candidates.Plain)];
        var learned = models?.ByHorizon[h] ?? [];
        if (learned.Count == 0 && sink is null)
        {
            state.Full[h].Forecast = plain;
            return;
        }

        Features.Fill(
            new Moment
            {
                Past = past,
                Forecasts = forecasts[..(Candidates.Blend + 1)],
                Base = plain,
                Scale = scale,
                MinuteOfDay = (_firstMinuteOfDay + Minute + horizon - 1) % 1440,
                Trigger = (int)_functions[function].Trigger,
                Siblings = _siblings.Of(function),
            },
            _features);
        sink?.Add(function, h, Minute + horizon - 1, plain, scale, _features);
        if (learned.Count == 0)
        {
            state.Full[h].Forecast = plain;
            return;
        }

        gate.Welcome(Candidates.Plain);
        for (var m = 0; m < learned.Count; m++)
        {
            var forecast = Math.Max(0, plain + scale * learned[m].Predict(_features));
            forecasts[Candidates.Learned(m)] = forecast;
            forecasts[Candidates.Learned(m) + 1] = MathF.Round(forecast);
        }

        state.Full[h].Forecast = forecasts[gate.Best(Candidates.All(learned.Count))];
    }
}
