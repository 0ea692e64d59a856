using EvalFaaS.Predictor.Calibration;
using EvalFaaS.Predictor.Forecasters;
using EvalFaaS.Predictor.Gating;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Predictor.Walking;

namespace EvalFaaS.Predictor.Evaluation;

/// <summary>
/// Scores all ways to forecast at one horizon, side by side over the same minutes: each baseline, the reference gate, the gate without learned models, and
/// with them. All get their quantiles in the same way.
/// </summary>
internal sealed class HorizonEvaluation
{
    private readonly int _place;
    private readonly int _horizon;
    private readonly Trace _trace;
    private readonly int _from;
    private readonly int _judgeFrom;
    private readonly Outlook[][] _baselines;
    private readonly double[][] _judged;
    private readonly int[] _picked;

    public HorizonEvaluation(Trace trace, int place, int horizon, int judgeFrom, int from)
    {
        (_trace, _place, _horizon, _from, _judgeFrom) = (trace, place, horizon, from, judgeFrom);
        var functions = trace.Functions.Count;
        _baselines = [.. Panel.Baselines.Select(_ => Enumerable.Range(0, functions).Select(_ => new Outlook(horizon, 120)).ToArray())];
        _judged = [.. Panel.Baselines.Select(_ => new double[functions])];
        _picked = new int[functions];
        Baselines = [.. Panel.Baselines.Select(b => new ScoreBoard(b.Name, functions))];
        Gate = new ScoreBoard("gate", functions);
        Unlearned = new ScoreBoard("model without learning", functions);
        Model = new ScoreBoard("model", functions);
    }

    /// <summary>Minutes ahead.</summary>
    public int Horizon => _horizon;

    /// <summary>Each baseline by itself.</summary>
    public IReadOnlyList<ScoreBoard> Baselines { get; }

    /// <summary>The reference: of the baselines, for each function the one with the least error in the minutes before the test.</summary>
    public ScoreBoard Gate { get; }

    /// <summary>What the predictor forecasts without learned models.</summary>
    public ScoreBoard Unlearned { get; }

    /// <summary>What it forecasts with them.</summary>
    public ScoreBoard Model { get; }

    /// <summary>How often each candidate was picked in the test.</summary>
    public Dictionary<int, int> Picks { get; } = [];

    /// <summary>Takes the scores of an evaluation of some of the functions.</summary>
    public void Take(HorizonEvaluation part, IReadOnlyList<int> functions)
    {
        foreach (var (whole, other) in Boards.Zip(part.Boards))
            for (var f = 0; f < functions.Count; f++) whole.Scores[functions[f]] = other.Scores[f];
        foreach (var (place, count) in part.Picks) Picks[place] = Picks.GetValueOrDefault(place) + count;
    }

    /// <summary>Before a minute ends: scores what was forecast for it.</summary>
    public void BeforeEnd(LoadPredictor predictor, int minute)
    {
        if (minute == _from) Pick();
        if (minute < _horizon) return;
        Span<float> quantiles = stackalloc float[Quantiles.Levels.Length];
        for (var f = 0; f < _picked.Length; f++)
        {
            float actual = _trace.Functions[f].Counts[minute];
            for (var b = 0; b < _baselines.Length; b++)
            {
                var outlook = _baselines[b][f];
                var forecast = outlook.Due;
                if (float.IsNaN(forecast)) continue;
                if (minute >= _judgeFrom && minute < _from) _judged[b][f] += Math.Abs(forecast - actual);
                if (minute < _from) continue;
                outlook.Errors.Quantiles(forecast, Quantiles.Levels, quantiles);
                Baselines[b].Scores[f].Add(actual, forecast, quantiles);
                if (b == _picked[f]) Gate.Scores[f].Add(actual, forecast, quantiles);
            }

            if (minute < _from) continue;
            Add(Unlearned, f, predictor[f].Plain[_place], actual, quantiles);
            Add(Model, f, predictor[f].Full[_place], actual, quantiles);
        }
    }

    /// <summary>After a minute ended: takes the baselines' new forecasts.</summary>
    public void AfterEnd(LoadPredictor predictor, int minute)
    {
        for (var f = 0; f < _picked.Length; f++)
        {
            float actual = _trace.Functions[f].Counts[minute];
            var forecasts = predictor[f].Gates[_place].Forecasts;
            for (var b = 0; b < _baselines.Length; b++)
            {
                _baselines[b][f].Settle(actual);
                _baselines[b][f].Forecast = forecasts[b];
            }

            if (minute + 1 < _from) continue;
            var best = predictor[f].Gates[_place].Best(Candidates.All(PredictorOptions.LearnedNames.Count));
            Picks[best] = Picks.GetValueOrDefault(best) + 1;
        }
    }

    /// <summary>The figures of a model that is still being made.</summary>
    public HeldBackFigures HeldBack(EvaluatedFunctions functions) => new(_horizon, functions.Summarise(Model), functions.Summarise(Unlearned));

    /// <summary>All figures.</summary>
    public HorizonReport Report(EvaluatedFunctions functions, int seed)
    {
        var picks = Picks.Values.Sum();
        return new HorizonReport(
            _horizon,
            functions.Summarise(Model),
            functions.Summarise(Unlearned),
            functions.Summarise(Gate),
            Baselines.ToDictionary(b => b.Name, functions.Summarise),
            functions.Compare(Gate, Model, seed),
            functions.Compare(Unlearned, Model, seed),
            Picks.OrderByDescending(p => p.Value).ToDictionary(p => Candidates.Name(p.Key, PredictorOptions.LearnedNames), p => 100.0 * p.Value / picks));
    }

    /// <summary>All ways to forecast.</summary>
    public IEnumerable<ScoreBoard> Boards => [.. Baselines, Gate, Unlearned, Model];

    private static void Add(ScoreBoard board, int function, Outlook outlook, float actual, Span<float> quantiles)
    {
        var forecast = outlook.Due;
        outlook.Errors.Quantiles(forecast, Quantiles.Levels, quantiles);
        board.Scores[function].Add(actual, forecast, quantiles);
    }

    private void Pick()
    {
        for (var f = 0; f < _picked.Length; f++)
            for (var b = 1; b < _judged.Length; b++)
                if (_judged[b][f] < _judged[_picked[f]][f]) _picked[f] = b;
    }
}
