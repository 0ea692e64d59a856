namespace EvalFaaS.Harness.Statistics;

/// <summary>Ranks of values, where equal ones share the mean of theirs.</summary>
internal static class Ranks
{
    /// <summary>Twice the rank of each value, so that shared ranks are whole numbers.</summary>
    public static int[] Doubled(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new int[values.Count];
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && values[order[to]] == values[order[from]]) to++;
            for (var i = from; i < to; i++) ranks[order[i]] = from + 1 + to;
            from = to;
        }

        return ranks;
    }

    /// <summary>The median of sorted values.</summary>
    public static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
