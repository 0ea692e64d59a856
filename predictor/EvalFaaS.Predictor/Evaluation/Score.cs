namespace EvalFaaS.Predictor.Evaluation;

/// <summary>Errors of one function's forecasts, summed minute by minute.</summary>
internal struct Score
{
    /// <summary>Minutes.</summary>
    public int Minutes;

    /// <summary>Calls that came.</summary>
    public double Calls;

    /// <summary>Calls that came beyond the forecast.</summary>
    public double Under;

    /// <summary>Calls forecast that did not come.</summary>
    public double Over;

    /// <summary>Squared errors.</summary>
    public double Squares;

    /// <summary>Pinball loss, mean over the levels.</summary>
    public double Pinball;

    /// <summary>Absolute errors.</summary>
    public readonly double Absolute => Under + Over;

    /// <summary>Adds a minute.</summary>
    public void Add(float actual, float forecast, ReadOnlySpan<float> quantiles)
    {
        double error = (double)actual - forecast;
        Minutes++;
        Calls += actual;
        Under += Math.Max(0, error);
        Over += Math.Max(0, -error);
        Squares += error * error;
        Pinball += Metrics.Pinball(actual, Quantiles.Levels, quantiles);
    }
}
