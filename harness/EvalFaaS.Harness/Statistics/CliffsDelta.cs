namespace EvalFaaS.Harness.Statistics;

/// <summary>How far two samples lie apart, whatever their unit: the chance that a value of b exceeds one of a, less the chance of the contrary; -1 to 1.</summary>
/// <remarks>
/// N. Cliff, Dominance statistics: ordinal analyses to answer ordinal questions, Psychological Bulletin 114 (1993). The words: J. Romano, J. D. Kromrey,
/// J. Coraggio, J. Skowronek, Appropriate statistics for ordinal level data, Annual meeting of the Florida Association of Institutional Research (2006).
/// </remarks>
/// <param name="Delta">The difference of the chances.</param>
public readonly record struct CliffsDelta(double Delta)
{
    /// <summary>Of two samples.</summary>
    public static CliffsDelta Of(IReadOnlyCollection<double> a, IReadOnlyCollection<double> b)
    {
        if (a.Count == 0 || b.Count == 0) throw new ArgumentException("A sample is empty.");
        var sum = b.Sum(y => a.Sum(x => (long)Math.Sign(y - x)));
        return new CliffsDelta((double)sum / ((long)a.Count * b.Count));
    }

    /// <summary>Its size: <c>negligible</c> below 0.147, <c>small</c> below 0.33, <c>medium</c> below 0.474, else <c>large</c>.</summary>
    public string Size => Math.Abs(Delta) switch
    {
        < 0.147 => "negligible",
        < 0.33 => "small",
        < 0.474 => "medium",
        _ => "large",
    };
}
