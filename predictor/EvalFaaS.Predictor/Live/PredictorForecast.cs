using EvalFaaS.Policies;
using EvalFaaS.Predictor.Calibration;
using EvalFaaS.Predictor.Forecasters;
using EvalFaaS.Predictor.Gating;
using EvalFaaS.Predictor.Learning;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Predictor.Walking;

namespace EvalFaaS.Predictor.Live;

/// <summary>The predictor as policies see it: it learns from each minute that ends, and answers for those to come.</summary>
/// <remarks>
/// The trained horizons are forecast by the models. For a minute between them, the forecaster with the least error over all horizons is asked for just that
/// minute, so that a timer's next call is seen at its place. One thread ends minutes and asks; another may refresh the model.
/// </remarks>
public sealed class PredictorForecast : ForecastByMinute, IOnlineForecast
{
    private readonly PredictorOptions _options;
    private readonly LoadPredictor _predictor;
    private double _since;

    /// <summary>A predictor at the beginning of time.</summary>
    /// <param name="model">The model; null for the gate among plain forecasters alone.</param>
    /// <param name="functions">The functions, by number.</param>
    /// <param name="firstMinuteOfDay">The first minute's place in the day, 0 to 1439.</param>
    /// <param name="start">When the first minute begins, seconds on the executor's clock.</param>
    /// <param name="options">Where there is no model; null for the defaults.</param>
    public PredictorForecast(PredictorModel? model, IEnumerable<WalkedFunction> functions, int firstMinuteOfDay = 0, double start = 0, PredictorOptions? options = null)
    {
        _options = model?.Info.Options ?? options ?? new PredictorOptions();
        _predictor = new LoadPredictor(_options, functions, firstMinuteOfDay);
        _predictor.Use(model?.Learned);
        _since = start;
    }

    /// <summary>The trained horizons, minutes.</summary>
    internal IReadOnlyList<int> Horizons => _options.Horizons;

    /// <inheritdoc/>
    public override double Reach => _options.Horizons[^1] * Minute;

    /// <summary>Functions that are known.</summary>
    public int Functions => _predictor.Functions;

    /// <summary>The predictor of a trace, before its first minute.</summary>
    public static PredictorForecast Of(Trace trace, PredictorModel? model, PredictorOptions? options = null) =>
        new(model, WalkedFunction.Of(trace), trace.FirstMinuteOfDay, 0, options);

    /// <summary>From the next minute on, another model is used: trained anew beside the running node. May be called from any thread.</summary>
    /// <exception cref="ArgumentException">It has other horizons.</exception>
    public void Refresh(PredictorModel model)
    {
        if (!model.Info.Options.Horizons.SequenceEqual(_options.Horizons))
            throw new ArgumentException($"The model forecasts {string.Join(", ", model.Info.Options.Horizons)} minutes ahead, and this predictor {string.Join(", ", _options.Horizons)}.");
        _predictor.Use(model.Learned);
    }

    /// <inheritdoc/>
    public void EndMinute(double now, ReadOnlySpan<int> calls)
    {
        _predictor.EndMinute(calls);
        _since = now;
    }

    /// <summary>A minute of the past, from a record: it is remembered, but nothing is forecast or judged. For a start that need not wait for its first hours.</summary>
    /// <param name="now">The time of its end.</param>
    /// <param name="calls">Calls in it by function.</param>
    public void Remember(double now, ReadOnlySpan<int> calls)
    {
        _predictor.Remember(calls);
        _since = now;
    }

    /// <summary>Ends all minutes of a trace, one after the other.</summary>
    public void EndMinutes(Trace trace)
    {
        var calls = new int[trace.Functions.Count];
        for (var minute = 0; minute < trace.Minutes; minute++)
        {
            for (var f = 0; f < calls.Length; f++) calls[f] = trace.Functions[f].Counts[minute];
            EndMinute(_since + Minute, calls);
        }
    }

    /// <summary>The forecasts of one function at the trained horizons.</summary>
    public IReadOnlyList<MinuteForecast> Forecasts(int function)
    {
        if (!IsKnown(function, _since)) return [];
        var quantiles = new float[Quantiles.Levels.Length];
        return [.. _options.Horizons.Select((horizon, h) =>
        {
            var outlook = _predictor[function].Full[h];
            outlook.Errors.Quantiles(outlook.Forecast, Quantiles.Levels, quantiles);
            return new MinuteForecast(function, horizon, outlook.Forecast, [.. quantiles.Select(q => Math.Round(q, 6))]);
        })];
    }

    /// <inheritdoc/>
    public override double RateQuantile(int function, double now, double ahead, double level)
    {
        if (!IsKnown(function, now)) return 0;
        var (calls, outlook) = At(function, MinuteOf(now, now + ahead));
        Span<float> quantile = stackalloc float[1];
        outlook.Errors.Quantiles(calls, [(float)level], quantile);
        return quantile[0] / Minute;
    }

    /// <inheritdoc/>
    /// <remarks>By how many calls the function's minutes had that had any.</remarks>
    public override double AnotherCall(int function, double now, int came) =>
        IsKnown(function, now) ? CountHistory.More(CountsOf(function), Math.Max(1, came), (MinuteEnd(now) - now) / Minute) : 0;

    /// <summary>The quantiles at a trained horizon, calls.</summary>
    internal void QuantilesOf(int function, int horizon, Span<float> quantiles)
    {
        var outlook = _predictor[function].Full[horizon];
        outlook.Errors.Quantiles(outlook.Forecast, Quantiles.Levels, quantiles);
    }

    /// <summary>The weights of <see cref="CountHistory"/>.</summary>
    internal ReadOnlySpan<float> CountsOf(int function) => _predictor[function].Counts.Minutes;

    /// <summary>What is expected of a minute, 1 being the next to end.</summary>
    internal MinuteOutlook Of(int function, int minute)
    {
        var (calls, outlook) = At(function, minute);
        return new MinuteOutlook(calls, minute == 1 ? _predictor[function].Activity.Probability : outlook.Errors.CallShare(calls));
    }

    /// <summary>Other trees from the next minute on.</summary>
    internal void Use(LearnedModels? models) => _predictor.Use(models);

    /// <inheritdoc/>
    protected override bool IsKnown(int function, double now) => function < _predictor.Functions && _predictor.Minute > 0;

    /// <inheritdoc/>
    protected override double Began(double now) => _since;

    /// <inheritdoc/>
    protected override MinuteOutlook Of(int function, double now, int minute) => Of(function, minute);

    private (float Calls, Outlook Outlook) At(int function, int minute)
    {
        var state = _predictor[function];
        var h = 0;
        while (h < _options.Horizons.Count - 1 && _options.Horizons[h] < minute) h++;
        var outlook = state.Full[h];
        if (_options.Horizons[h] == minute) return (outlook.Forecast, outlook);
        return (Panel.All[BestOverall(state)].Forecast(state.Past.Minutes, minute), outlook);
    }

    // At one horizon alone, a forecaster can be right by accident: five minutes ahead, "as in the last minute" is perfect for a timer of five minutes.
    private static int BestOverall(FunctionState state)
    {
        var (best, least) = (0, float.PositiveInfinity);
        for (var i = 0; i < Candidates.Blend; i++)
        {
            var sum = 0f;
            foreach (var gate in state.Gates) sum += gate.Record[i];
            if (sum < least) (best, least) = (i, sum);
        }

        return best;
    }
}
