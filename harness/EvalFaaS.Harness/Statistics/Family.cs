namespace EvalFaaS.Harness.Statistics;

/// <summary>Several comparisons made at once: the more there are, the likelier one of them errs by chance.</summary>
public static class Family
{
    /// <summary>p values adjusted so that the chance of any false call in the family is what a single one's would be; in the order given.</summary>
    /// <remarks>S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979). It holds whatever the comparisons have to do with each other.</remarks>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> p)
    {
        var adjusted = new double[p.Count];
        var largest = 0.0;
        foreach (var (index, place) in Enumerable.Range(0, p.Count).OrderBy(i => p[i]).Select((index, place) => (index, place)))
            adjusted[index] = largest = Math.Max(largest, Math.Min(1, (p.Count - place) * p[index]));
        return adjusted;
    }

    /// <summary>The level that each of several intervals must have for all of them together to hold at <see cref="Interval.Level"/>.</summary>
    /// <remarks>
    /// Z. Sidak, Rectangular confidence regions for the means of multivariate normal distributions, JASA 62 (1967): it holds for t intervals however they
    /// are correlated, as those to one reference are, and is a little narrower than Bonferroni's.
    /// </remarks>
    public static double SimultaneousLevel(int count) =>
        count < 1 ? throw new ArgumentOutOfRangeException(nameof(count), count, "A family of at least one.") : Math.Pow(Interval.Level, 1.0 / count);
}
