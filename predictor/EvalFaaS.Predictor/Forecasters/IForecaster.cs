namespace EvalFaaS.Predictor.Forecasters;

/// <summary>
/// One way to forecast a function's calls from its own past. A pure function of that past: what is not handed in cannot leak into a forecast.
/// </summary>
public interface IForecaster
{
    /// <summary>Its name, with what sets it apart from its like: <c>median-10</c>.</summary>
    string Name { get; }

    /// <summary>The calls expected in one minute to come.</summary>
    /// <param name="past">Calls in each minute that has ended, oldest first; may be short or empty.</param>
    /// <param name="horizon">Which minute: 1 is the one that begins now.</param>
    /// <returns>Zero or more; zero where the past says nothing.</returns>
    float Forecast(ReadOnlySpan<float> past, int horizon);
}
