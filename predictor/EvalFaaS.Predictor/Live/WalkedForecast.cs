using EvalFaaS.Predictor.Calibration;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Live;

/// <summary>
/// Walks a forecast through a trace and keeps what it said after each minute: what a policy would have been told, to be asked at any moment of the trace, by
/// several threads. On the trace that a model was trained on, no minute is forecast by trees that were fitted to it.
/// </summary>
/// <remarks>Takes about 200 bytes for each function and minute.</remarks>
public sealed class WalkedForecast : ForecastByMinute
{
    private static readonly float[] Levels = [.. Quantiles.Levels];
    private readonly int _functions, _minutes, _ahead;
    private readonly MinuteOutlook[] _outlooks;
    private readonly float[] _counts, _quantiles;
    private readonly int[] _horizons;

    private WalkedForecast(Trace trace, IReadOnlyList<int> horizons)
    {
        (_functions, _minutes, _horizons) = (trace.Functions.Count, trace.Minutes, [.. horizons]);
        _ahead = _horizons[^1];
        _outlooks = new MinuteOutlook[_functions * _minutes * _ahead];
        _counts = new float[_functions * _minutes * (CountHistory.Most + 1)];
        _quantiles = new float[_functions * _minutes * _horizons.Length * Levels.Length];
    }

    /// <inheritdoc/>
    public override double Reach => _ahead * Minute;

    /// <summary>Walks through a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="model">The model; null for the gate among plain forecasters alone.</param>
    /// <param name="progress">Is told the share done.</param>
    public static WalkedForecast Through(Trace trace, PredictorModel? model, IProgress<double>? progress = null)
    {
        var forecast = PredictorForecast.Of(trace, model);
        forecast.Use(null);
        var schedule = model?.Schedule(trace, 1) ?? [];
        var walked = new WalkedForecast(trace, forecast.Horizons);
        var calls = new int[trace.Functions.Count];
        for (var minute = 0; minute < trace.Minutes; minute++)
        {
            foreach (var (since, learned) in schedule)
                if (since == minute + 1) forecast.Use(learned);
            for (var f = 0; f < calls.Length; f++) calls[f] = trace.Functions[f].Counts[minute];
            forecast.EndMinute(Minute * (minute + 1), calls);
            for (var f = 0; f < calls.Length; f++) walked.Take(forecast, f, minute);
            progress?.Report((minute + 1.0) / trace.Minutes);
        }

        return walked;
    }

    /// <summary>Walks through a trace with the reference gate alone: for each function one of six baselines, the one with the least error in the two hours before a minute.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="from">The minute from which on the choice stays.</param>
    public static WalkedForecast ThroughGate(Trace trace, int from)
    {
        var walked = new WalkedForecast(trace, new PredictorOptions().Horizons);
        var gates = trace.Functions.Select(_ => new ReferenceGate(from)).ToArray();
        for (var minute = 0; minute < trace.Minutes; minute++)
            for (var f = 0; f < gates.Length; f++)
            {
                gates[f].EndMinute(trace.Functions[f].Counts[minute]);
                var place = minute * gates.Length + f;
                for (var ahead = 1; ahead <= walked._ahead; ahead++) walked._outlooks[place * walked._ahead + ahead - 1] = gates[f].Of(ahead);
                gates[f].Counts.Minutes.CopyTo(walked._counts.AsSpan(place * (CountHistory.Most + 1)));
            }

        return walked;
    }

    /// <inheritdoc/>
    public override double RateQuantile(int function, double now, double ahead, double level)
    {
        if (!IsKnown(function, now)) return 0;
        var minute = MinuteOf(now, now + ahead);
        var h = 0;
        while (h < _horizons.Length - 1 && _horizons[h] < minute) h++;
        var at = _quantiles.AsSpan((Place(function, now) * _horizons.Length + h) * Levels.Length, Levels.Length);
        var above = 0;
        while (above < Levels.Length - 1 && Levels[above] < level) above++;
        if (above == 0 || Levels[above] <= level) return at[above] / Minute;
        var share = (level - Levels[above - 1]) / (Levels[above] - Levels[above - 1]);
        return (at[above - 1] + share * (at[above] - at[above - 1])) / Minute;
    }

    /// <inheritdoc/>
    public override double AnotherCall(int function, double now, int came) => IsKnown(function, now)
        ? CountHistory.More(_counts.AsSpan(Place(function, now) * (CountHistory.Most + 1), CountHistory.Most + 1), Math.Max(1, came), (MinuteEnd(now) - now) / Minute)
        : 0;

    /// <inheritdoc/>
    protected override bool IsKnown(int function, double now) => function < _functions && now >= Minute;

    /// <inheritdoc/>
    protected override double Began(double now) => Minute * Math.Clamp(Math.Floor(now / Minute), 0, _minutes);

    /// <inheritdoc/>
    protected override MinuteOutlook Of(int function, double now, int minute) => _outlooks[Place(function, now) * _ahead + Math.Min(minute, _ahead) - 1];

    // After the last minute that has ended by now.
    private int Place(int function, double now) => ((int)(Began(now) / Minute) - 1) * _functions + function;

    private void Take(PredictorForecast forecast, int function, int minute)
    {
        var place = minute * _functions + function;
        for (var ahead = 1; ahead <= _ahead; ahead++) _outlooks[place * _ahead + ahead - 1] = forecast.Of(function, ahead);
        forecast.CountsOf(function).CopyTo(_counts.AsSpan(place * (CountHistory.Most + 1)));
        for (var h = 0; h < _horizons.Length; h++) forecast.QuantilesOf(function, h, _quantiles.AsSpan((place * _horizons.Length + h) * Levels.Length, Levels.Length));
    }
}
