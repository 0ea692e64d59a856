using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace EvalFaaS.Harness.Statistics;

/// <summary>Values to simulate, of which everything is known.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Quantile">The value below which a share lies.</param>
/// <param name="Draw">So many values in the order of time.</param>
internal sealed record DataShape(string Name, Func<double, double> Quantile, Func<Random, int, double[]> Draw)
{
    private const double Level = 100;
    private const double Spread = 10;
    private const double Phi = 0.9;
    private const int Points = 20_000;
    private readonly Lazy<double> _mean = new(() => Integrate(Quantile));
    private readonly Lazy<double> _geometricMean = new(() => Math.Exp(Integrate(p => Math.Log(Quantile(p)))));

    public static IReadOnlyList<DataShape> All { get; } =
    [
        new("normal", p => Normal.InvCDF(Level, Spread, p), (random, n) => Independent(n, () => Normal.Sample(random, Level, Spread))),
        new("lognormal", p => LogNormal.InvCDF(Math.Log(Level), 0.5, p), (random, n) => Independent(n, () => LogNormal.Sample(random, Math.Log(Level), 0.5))),
        new("bimodal", BimodalQuantile, (random, n) => Independent(n, () => random.NextDouble() < 0.8 ? Normal.Sample(random, Level, 5) : Normal.Sample(random, 2 * Level, 10))),
        new("AR(1), phi 0.9", p => Normal.InvCDF(Level, Spread, p), Autocorrelated),
    ];

    public double Mean => _mean.Value;

    public double GeometricMean => _geometricMean.Value;

    private static double[] Independent(int n, Func<double> draw)
    {
        var values = new double[n];
        for (var i = 0; i < n; i++) values[i] = draw();
        return values;
    }

    private static double[] Autocorrelated(Random random, int n)
    {
        var values = new double[n];
        var at = Normal.Sample(random, 0, Spread);
        for (var i = 0; i < n; i++)
        {
            values[i] = Level + at;
            at = Phi * at + Normal.Sample(random, 0, Spread * Math.Sqrt(1 - Phi * Phi));
        }

        return values;
    }

    private static double BimodalQuantile(double p) =>
        Brent.FindRoot(x => 0.8 * Normal.CDF(Level, 5, x) + 0.2 * Normal.CDF(2 * Level, 10, x) - p, 0, 4 * Level, 1e-9);

    private static double Integrate(Func<double, double> ofShare)
    {
        var sum = 0.0;
        for (var i = 0; i < Points; i++) sum += ofShare((i + 0.5) / Points);
        return sum / Points;
    }
}
