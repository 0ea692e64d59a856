namespace EvalFaaS.Harness.Statistics;

/// <summary>The slope of a series that a few outliers do not move: the median of the slopes between all pairs of points.</summary>
/// <remarks>H. Theil, A rank-invariant method of linear and polynomial regression analysis (1950); P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63 (1968).</remarks>
public static class TheilSen
{
    /// <summary>The slope, in units of y for each unit of x; 0 for fewer than two different x.</summary>
    public static double Slope(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var slopes = new List<double>();
        for (var i = 0; i < x.Count; i++)
            for (var j = i + 1; j < x.Count; j++)
                if (x[j] != x[i]) slopes.Add((y[j] - y[i]) / (x[j] - x[i]));
        if (slopes.Count == 0) return 0;
        slopes.Sort();
        return Ranks.Median([.. slopes]);
    }
}
