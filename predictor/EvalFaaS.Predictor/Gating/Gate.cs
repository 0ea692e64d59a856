namespace EvalFaaS.Predictor.Gating;

/// <summary>
/// Judges the candidates for one function and horizon by rolling validation: each forecast is kept until its minute has passed, then its absolute error is
/// added to a fading sum. The candidate with the least is picked; the blend weighs the panel by the same sums (exponentially weighted experts).
/// </summary>
internal sealed class Gate(int horizon, int candidates, float fading)
{
    private const float Sharpness = 20;
    private readonly float[] _errors = NewErrors(candidates);
    private readonly float[] _pending = NewPending(horizon * candidates);
    private int _slot;

    /// <summary>The forecasts made last, to be filled for the minute a horizon ahead. NaN where a candidate has none.</summary>
    public Span<float> Forecasts => _pending.AsSpan(_slot * candidates, candidates);

    /// <summary>A minute has ended: the forecasts made for it are judged, and their places are free for the next.</summary>
    public void Settle(float actual)
    {
        _slot = (_slot + 1) % horizon;
        var forecasts = Forecasts;
        for (var i = 0; i < candidates; i++)
        {
            if (float.IsNaN(forecasts[i])) continue;
            _errors[i] = _errors[i] * fading + Math.Abs(forecasts[i] - actual);
        }

        forecasts.Fill(float.NaN);
    }

    /// <summary>The place of the best of the first so many candidates.</summary>
    public int Best(int among)
    {
        var best = 0;
        for (var i = 1; i < among; i++)
            if (_errors[i] < _errors[best]) best = i;
        return best;
    }

    /// <summary>Fading sums of the candidates' absolute errors; NaN for one that has not joined yet.</summary>
    public ReadOnlySpan<float> Record => _errors;

    /// <summary>A candidate that joins later begins with the best one's record: it must show itself better, but is not held back.</summary>
    public void Welcome(int from)
    {
        var best = _errors[Best(from)];
        for (var i = from; i < candidates; i++)
            if (float.IsNaN(_errors[i])) _errors[i] = best;
    }

    /// <summary>Mean of the first candidates, weighted by how near each has been to the best.</summary>
    public float Blend(int among)
    {
        var least = _errors[Best(among)];
        var unit = Sharpness / Math.Max(least, 1e-6f);
        float sum = 0, weights = 0;
        var forecasts = Forecasts;
        for (var i = 0; i < among; i++)
        {
            var excess = unit * (_errors[i] - least);
            if (excess > 20) continue;
            var weight = MathF.Exp(-excess);
            weights += weight;
            sum += weight * forecasts[i];
        }

        return sum / weights;
    }

    private static float[] NewErrors(int candidates)
    {
        var errors = new float[candidates];
        errors.AsSpan(Math.Min(Candidates.Plain, candidates)).Fill(float.NaN);
        return errors;
    }

    private static float[] NewPending(int count)
    {
        var pending = new float[count];
        pending.AsSpan().Fill(float.NaN);
        return pending;
    }
}
