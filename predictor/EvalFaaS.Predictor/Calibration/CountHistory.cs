namespace EvalFaaS.Predictor.Calibration;

/// <summary>How many calls the minutes of one function had that had any, fading: whether a call in a minute is followed by another.</summary>
internal sealed class CountHistory
{
    /// <summary>Counts that are told apart; a minute of more says that more come.</summary>
    public const int Most = 20;

    private const float Fading = 0.98f;
    private readonly float[] _minutes = new float[Most + 1];

    /// <summary>The weight of minutes with 1, 2, ... calls; the last holds those of more.</summary>
    public ReadOnlySpan<float> Minutes => _minutes;

    /// <summary>A minute has ended.</summary>
    public void Add(float calls)
    {
        if (calls < 1) return;
        foreach (ref var weight in _minutes.AsSpan()) weight *= Fading;
        _minutes[(int)Math.Min(calls, Most + 1) - 1]++;
    }

    /// <summary>The probability that a minute in which some calls came by now has more to come, where calls fall evenly.</summary>
    /// <remarks>By Bayes: of a minute with N calls, n came in its first part s with probability C(N, n) s^n (1 - s)^(N - n).</remarks>
    /// <param name="minutes">Weights as of <see cref="Minutes"/>.</param>
    /// <param name="came">Calls so far, at least 1.</param>
    /// <param name="left">The share of the minute that is left, 0 to 1.</param>
    public static double More(ReadOnlySpan<float> minutes, int came, double left)
    {
        if (came > Most) return left > 0 ? 1 : 0;
        // One minute that ended here and half a one that did not, so that nothing is certain.
        double ends = 1 + minutes[came - 1], goesOn = 0.5 * (came + 1) * left, likelihood = 1;
        for (var all = came + 1; all <= minutes.Length; all++)
        {
            likelihood *= left * all / (all - came);
            goesOn += minutes[all - 1] * Math.Min(1, likelihood);
        }

        return goesOn / (ends + goesOn);
    }
}
