namespace EvalFaaS.Predictor.Evaluation;

/// <summary>The measures of a forecast's error.</summary>
public static class Metrics
{
    /// <summary>Mean pinball loss over levels: asymmetric absolute error, least at the true quantile (Koenker and Bassett 1978).</summary>
    public static double Pinball(float actual, ReadOnlySpan<float> levels, ReadOnlySpan<float> quantiles)
    {
        var sum = 0.0;
        for (var i = 0; i < levels.Length; i++)
        {
            double error = (double)actual - quantiles[i];
            sum += error >= 0 ? levels[i] * error : (levels[i] - 1) * error;
        }

        return sum / levels.Length;
    }

    /// <summary>
    /// The unit of MASE: mean absolute error of the naive forecast over the training minutes (Hyndman and Koehler 2006). Zero for a function that never changes,
    /// for which MASE is undefined.
    /// </summary>
    public static double NaiveError(ReadOnlySpan<int> training)
    {
        if (training.Length < 2) return 0;
        var sum = 0.0;
        for (var i = 1; i < training.Length; i++) sum += Math.Abs(training[i] - training[i - 1]);
        return sum / (training.Length - 1);
    }

    /// <summary>The middle value; the mean of the two middle ones of an even number. NaN for none.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
