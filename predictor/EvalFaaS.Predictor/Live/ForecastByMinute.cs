using EvalFaaS.Policies;

namespace EvalFaaS.Predictor.Live;

/// <summary>A forecast of whole minutes, asked about any stretch of time.</summary>
public abstract class ForecastByMinute : IForecast
{
    /// <summary>Seconds of a minute.</summary>
    protected const double Minute = 60;

    /// <inheritdoc/>
    public abstract double Reach { get; }

    /// <inheritdoc/>
    public double MeanRate(int function, double now, double ahead) => IsKnown(function, now) ? Of(function, now, MinuteOf(now, now + ahead)).Calls / Minute : 0;

    /// <inheritdoc/>
    public abstract double RateQuantile(int function, double now, double ahead, double level);

    /// <inheritdoc/>
    public double MinuteEnd(double now) => Began(now) + Minute * MinuteOf(now, now);

    /// <inheritdoc/>
    /// <remarks>For each minute, how likely it has a call; of a part of a minute, as if its calls fell evenly.</remarks>
    public double CallProbability(int function, double now, double from, double to)
    {
        if (!IsKnown(function, now)) return 0;
        var silence = 1.0;
        var began = Began(now);
        for (var at = now + from; at < now + to;)
        {
            var minute = MinuteOf(now, at);
            var end = Math.Min(now + to, Math.Max(at + 1e-6, began + minute * Minute));
            var outlook = Of(function, now, minute);
            var share = Math.Min(1, (end - at) / Minute);
            silence *= 1 - outlook.Probability * (1 - Math.Pow(1 - share, Math.Max(1, outlook.Calls)));
            at = end;
        }

        return 1 - silence;
    }

    /// <inheritdoc/>
    public abstract double AnotherCall(int function, double now, int came);

    /// <summary>Whether anything can be said of a function.</summary>
    protected abstract bool IsKnown(int function, double now);

    /// <summary>When the minute began that is the first forecast: the end of the last one that is known.</summary>
    protected abstract double Began(double now);

    /// <summary>What is expected of a minute: 1 is the one that began then.</summary>
    protected abstract MinuteOutlook Of(int function, double now, int minute);

    /// <summary>The minute in which a time lies: 1 is the one that began when the last known one ended.</summary>
    protected int MinuteOf(double now, double time) => Math.Max(1, 1 + (int)Math.Floor((time - Began(now)) / Minute));
}
