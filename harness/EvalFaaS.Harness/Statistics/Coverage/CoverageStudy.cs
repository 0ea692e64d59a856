namespace EvalFaaS.Harness.Statistics;

/// <summary>How often the intervals of the report contain the truth, by simulation at the sizes that are really used; and how often those contain it that the report does not use.</summary>
public static class CoverageStudy
{
    private const double TrueRatio = 1.05;
    private const double SharedByBlock = 0.1;

    // Long series take long to draw, and need fewer repetitions to show what they show.
    private const int Long = 1000;

    /// <summary>Simulates every method at every size with every shape of data.</summary>
    /// <param name="trials">Repetitions of each, a quarter of it for the longest series and a tenth for the bootstrap of requests.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="progress">Told after every row: done, of how many.</param>
    public static IReadOnlyList<CoverageRow> Run(int trials, int seed, Action<int, int>? progress = null)
    {
        var cases = Cases(trials).SelectMany(c => DataShape.All.Select(shape => (Case: c, Shape: shape))).ToList();
        var rows = new List<CoverageRow>();
        foreach (var (simulated, shape) in cases)
        {
            var random = new Random(HashCode(seed, rows.Count));
            var covered = 0;
            for (var trial = 0; trial < simulated.Trials; trial++)
                if (simulated.Once(shape, random) is var (interval, truth) && interval.Low <= truth && truth <= interval.High) covered++;
            rows.Add(CoverageRow.Of(simulated, shape.Name, covered));
            progress?.Invoke(rows.Count, cases.Count);
        }

        return rows;
    }

    // One seed a row, so that a method added later leaves the other rows as they are within their case.
    private static int HashCode(int seed, int row) => unchecked((seed * 31 + row) * 486187739) & int.MaxValue;

    private static IEnumerable<CoverageCase> Cases(int trials)
    {
        foreach (var blocks in new[] { 6, 10, 20 })
        {
            yield return new("blocks", "mean: t", $"{blocks}", true, trials, (shape, random) => (BlockMean.Arithmetic(shape.Draw(random, blocks)), shape.Mean));
            yield return new("blocks", "geometric mean: t of logarithms", $"{blocks}", true, trials, (shape, random) => (BlockMean.Geometric(shape.Draw(random, blocks)), shape.GeometricMean));
            yield return new("blocks", "mean: bootstrap", $"{blocks}", false, trials, (shape, random) => (BlockBootstrap.Of(shape.Draw(random, blocks), 1, v => v.Average(), random, 399), shape.Mean));
            yield return new("ratio", "one run: paired t of logarithms", $"{blocks}", true, trials, (shape, random) => (Paired(shape, random, blocks).Ratio(), TrueRatio));
            yield return new("ratio", "one run: signed rank", $"{blocks}", true, trials, (shape, random) => (SignedRank.Shift(Logs(shape, random, blocks)), Math.Log(TrueRatio)));
            yield return new("ratio", "two runs: Welch's t of logarithms", $"{blocks}", true, trials, (shape, random) => (LogShift.Unpaired(shape.Draw(random, blocks), Slower(shape, random, blocks))!.Value.Ratio(), TrueRatio));
            yield return new("ratio", "two runs: rank sum", $"{blocks}", true, trials, (shape, random) => (RankSum.Shift(Log(shape.Draw(random, blocks)), Log(Slower(shape, random, blocks))), Math.Log(TrueRatio)));
        }

        foreach (var (percentile, n) in new[] { (0.5, 6), (0.5, 72), (0.95, 72), (0.99, 368), (0.5, 3688), (0.95, 3688), (0.99, 3688), (0.999, 3688) })
            yield return new("requests", FormattableString.Invariant($"percentile {percentile * 100:0.#}: order statistics"), $"{n}", true, Fewer(trials, n), (shape, random) => Percentile(shape, random, n, percentile));
        foreach (var n in new[] { 72, 368, 3688 })
            yield return new("requests", "mean: normal interval over requests", $"{n}", false, Fewer(trials, n), (shape, random) => (Naive(shape.Draw(random, n)), shape.Mean));
        foreach (var n in new[] { 368, 3688 })
            yield return new("requests", "mean: bootstrap of stretches", $"{n}", false, Math.Max(1, trials / 10), (shape, random) => (BlockBootstrap.Of(shape.Draw(random, n), (int)Math.Cbrt(n), v => v.Average(), random, 199), shape.Mean));
        yield return new("requests", "mean: t over ten blocks of requests", "10 x 368", true, Fewer(trials, 3680), (shape, random) => (BlockMean.Arithmetic([.. Enumerable.Range(0, 10).Select(_ => shape.Draw(random, 368).Average())]), shape.Mean));
    }

    private static int Fewer(int trials, int n) => n > Long ? Math.Max(1, trials / 4) : trials;

    private static (Interval, double) Percentile(DataShape shape, Random random, int n, double percentile)
    {
        const double unit = 1e6; // to whole ns
        return (PercentileInterval.Of(Distribution.Of(shape.Draw(random, n).Select(v => (long)Math.Round(v * unit))), percentile), shape.Quantile(percentile) * unit);
    }

    private static Interval Naive(double[] values)
    {
        var mean = values.Average();
        var half = 1.959964 * Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1) / values.Length);
        return new Interval(mean, mean - half, mean + half, values.Length);
    }

    private static LogShift Paired(DataShape shape, Random random, int blocks)
    {
        var logs = Logs(shape, random, blocks);
        return LogShift.Paired(logs.Select((_, i) => i).ToDictionary(i => i, _ => 1.0), logs.Select((log, i) => (log, i)).ToDictionary(x => x.i, x => Math.Exp(x.log)))!.Value;
    }

    // What a block does to both targets falls out of their ratio; it is simulated all the same.
    private static double[] Logs(DataShape shape, Random random, int blocks)
    {
        var (a, b) = (shape.Draw(random, blocks), Slower(shape, random, blocks));
        return [.. a.Zip(b).Select(pair =>
        {
            var block = Math.Exp(MathNet.Numerics.Distributions.Normal.Sample(random, 0, SharedByBlock));
            return Math.Log(pair.Second * block / (pair.First * block));
        })];
    }

    private static double[] Slower(DataShape shape, Random random, int blocks) => [.. shape.Draw(random, blocks).Select(v => v * TrueRatio)];

    private static double[] Log(double[] values) => [.. values.Select(v => Math.Log(v))];
}
