namespace EvalFaaS.Predictor.Learning;

/// <summary>The gaps between active minutes.</summary>
/// <param name="SinceLast">Minutes since the last active one; 1 is the minute just ended.</param>
/// <param name="Mean">Mean gap, minutes.</param>
/// <param name="Variation">Standard deviation over mean.</param>
/// <param name="Burstiness">Goh and Barabási's (s - m) / (s + m): -1 for a clock, 0 for a Poisson process, towards 1 for bursts.</param>
internal readonly record struct Gaps(float SinceLast, float Mean, float Variation, float Burstiness)
{
    /// <summary>Gaps of a past.</summary>
    public static Gaps Of(ReadOnlySpan<float> past)
    {
        int last = -1, count = 0;
        float sum = 0, squares = 0;
        for (var i = 0; i < past.Length; i++)
        {
            if (past[i] <= 0) continue;
            if (last >= 0)
            {
                float gap = i - last;
                sum += gap;
                squares += gap * gap;
                count++;
            }

            last = i;
        }

        if (count == 0) return new Gaps(last < 0 ? past.Length + 1 : past.Length - last, Math.Max(1, past.Length), 0, 0);
        var mean = sum / count;
        var deviation = MathF.Sqrt(Math.Max(0, squares / count - mean * mean));
        return new Gaps(past.Length - last, mean, deviation / mean, (deviation - mean) / (deviation + mean));
    }
}
