namespace EvalFaaS.Predictor.Activity;

/// <summary>
/// How likely the next minute of one function has a call: the experts' probabilities, weighted by how well each has told the minutes before (Bayes' rule over
/// experts, with fading evidence, so that another expert can take over where a function changes).
/// </summary>
/// <remarks>Aggregation of experts under logarithmic loss: Vovk 1990; with fading, Herbster and Warmuth 1998 in spirit.</remarks>
internal sealed class ActivityMixture
{
    private const float Fading = 0.99f, Least = 0.0005f, Believed = 4;
    private static readonly int[] Periods = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 60];

    // The last is what holds for all functions alike, which is believed until one's own past speaks against it.
    private readonly float[] _evidence = new float[Experts.Count + 1];
    private readonly float[] _said = new float[Experts.Count + 1];

    /// <summary>All experts.</summary>
    public static IReadOnlyList<IActivityExpert> Experts { get; } =
    [
        new ActiveShare(15), new ActiveShare(60), new ActiveShare(240), new GapHazard(0), new GapHazard(1),
        .. Periods.SelectMany(p => (IActivityExpert[])[new SamePhase(p, 3), new SamePhase(p, 8)]),
    ];

    /// <summary>The probability that the next minute has a call.</summary>
    public float Probability { get; private set; }

    /// <summary>A minute has ended.</summary>
    /// <param name="past">Calls of the minutes before it, and its own as the last.</param>
    /// <param name="shared">What holds for functions like it: see <see cref="SharedHazard"/>.</param>
    public void Settle(ReadOnlySpan<float> past, float shared)
    {
        var active = past[^1] > 0;
        for (var i = 0; i < _said.Length; i++)
            if (_said[i] > 0) _evidence[i] = Fading * _evidence[i] + MathF.Log(active ? _said[i] : 1 - _said[i]);
        var usual = ActiveShare.Of(past, 60, 0.1f);
        var best = float.NegativeInfinity;
        foreach (var evidence in _evidence) best = Math.Max(best, evidence);
        float sum = 0, weights = 0;
        for (var i = 0; i < _said.Length; i++)
        {
            _said[i] = Math.Clamp(i < Experts.Count ? Experts[i].Probability(past, usual) : shared, Least, 1 - Least);
            var weight = MathF.Exp(_evidence[i] - best + (i == Experts.Count ? Believed : 0));
            sum += weight * _said[i];
            weights += weight;
        }

        Probability = sum / weights;
    }
}
