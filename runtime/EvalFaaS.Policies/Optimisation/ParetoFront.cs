namespace EvalFaaS.Policies;

/// <summary>The outcomes that no other one betters in cost and mean latency at once.</summary>
public static class ParetoFront
{
    /// <summary>Two outcomes closer than this share are one: the simpler settings stand for both.</summary>
    private const double Same = 1e-6;

    /// <summary>The front, the cheapest first.</summary>
    /// <param name="outcomes">All outcomes; of two that are alike the earlier one stays.</param>
    public static IReadOnlyList<SettingsOutcome> Of(IEnumerable<SettingsOutcome> outcomes)
    {
        var front = new List<SettingsOutcome>();
        foreach (var outcome in outcomes.OrderBy(o => o.Cost).ThenBy(o => o.Mean))
            if (front.Count == 0 || outcome.Mean < front[^1].Mean * (1 - Same)) front.Add(outcome);
        return front;
    }

    /// <summary>The point of a front nearest to the best of both, each scaled to its range on the front.</summary>
    /// <remarks>Source: the utopia point of R. T. Marler and J. S. Arora, Structural and Multidisciplinary Optimization 26, 2004, section 3.2; Euclidean distance.</remarks>
    public static SettingsOutcome Knee(IReadOnlyList<SettingsOutcome> front)
    {
        var (cost, mean) = (front[^1].Cost - front[0].Cost, front[0].Mean - front[^1].Mean);
        return front.MinBy(o => Square(o.Cost - front[0].Cost, cost) + Square(o.Mean - front[^1].Mean, mean))!;
    }

    private static double Square(double part, double whole) => whole <= 0 ? 0 : part / whole * (part / whole);
}
