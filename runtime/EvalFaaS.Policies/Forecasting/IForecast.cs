namespace EvalFaaS.Policies;

/// <summary>What is known about the calls to come. Policies read it; a predictor, a baseline or an oracle stands behind it.</summary>
/// <remarks>Functions are the executor's dense numbers; the time is in seconds on its clock; a function never seen has rate 0. Nothing here allocates: policies ask on the way of a request.</remarks>
public interface IForecast
{
    /// <summary>How far it looks, seconds after now; beyond it answers for the last moment that it can.</summary>
    double Reach { get; }

    /// <summary>The rate expected at a moment to come: calls a second, averaged over the minute that begins there.</summary>
    /// <param name="function">The function.</param>
    /// <param name="now">The time, seconds.</param>
    /// <param name="ahead">Seconds after now, 0 or above; a model with horizons 1, 5 and 15 minutes interpolates between them.</param>
    double MeanRate(int function, double now, double ahead);

    /// <summary>A quantile of that rate: the true one stays below it with the probability given.</summary>
    /// <param name="function">The function.</param>
    /// <param name="now">The time, seconds.</param>
    /// <param name="ahead">Seconds after now, 0 or above.</param>
    /// <param name="level">The probability, between 0 and 1; never falls as this rises.</param>
    double RateQuantile(int function, double now, double ahead, double level);

    /// <summary>The probability that at least one call comes after <paramref name="from"/> and until <paramref name="to"/>, seconds after now.</summary>
    /// <remarks>By default that of a Poisson process with the mean rates of each minute; a model that knows timers knows better.</remarks>
    double CallProbability(int function, double now, double from, double to)
    {
        var calls = 0.0;
        for (var at = from; at < to; at += 60) calls += MeanRate(function, now, at) * Math.Min(60, to - at);
        return 1 - Math.Exp(-calls);
    }

    /// <summary>When the minute ends in which now lies, seconds on the same clock, after now: what the forecast says changes then.</summary>
    /// <remarks>By default minutes begin with the clock.</remarks>
    double MinuteEnd(double now) => 60 * (Math.Floor(now / 60) + 1);

    /// <summary>The probability that one more call comes before the minute ends in which now lies, after some came in it already.</summary>
    /// <remarks>By default what came says nothing of what will.</remarks>
    /// <param name="function">The function.</param>
    /// <param name="now">The time, seconds.</param>
    /// <param name="came">Calls since the minute began, 0 or more.</param>
    double AnotherCall(int function, double now, int came) => CallProbability(function, now, 0, MinuteEnd(now) - now);
}
