using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace EvalFaaS.Simulator.Laws.Fitting;

/// <summary>The families that are fitted, each by maximum likelihood: lognormal, gamma and Weibull, and each of them behind something that is always there.</summary>
internal static class LawFamilies
{
    private const double Accuracy = 1e-8;
    private const int Steps = 200;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LawFamily> All { get; } =
    [
        new("lognormal", Lognormal), new("gamma", Gamma), new("Weibull", Weibull),
        Shifted("lognormal", Lognormal), Shifted("gamma", Gamma), Shifted("Weibull", Weibull),
    ];

    private static Fitted? Lognormal(double[] samples)
    {
        var logs = samples.Select(s => Math.Log(s)).ToArray();
        var mu = logs.Average();
        var sigma = Math.Sqrt(logs.Average(l => (l - mu) * (l - mu)));
        return sigma > 0 ? new Fitted(new LognormalLaw(Math.Exp(mu), sigma), x => x <= 0 ? 0 : LogNormal.CDF(mu, sigma, x)) : null;
    }

    // The shape solves ln k - digamma(k) = ln(mean) - mean(ln): falling in k, so that there is one.
    private static Fitted? Gamma(double[] samples)
    {
        var mean = samples.Average();
        var apart = Math.Log(mean) - samples.Average(s => Math.Log(s));
        if (!(apart > 0) || !Brent.TryFindRoot(k => Math.Log(k) - SpecialFunctions.DiGamma(k) - apart, 1e-3, 1e6, Accuracy, Steps, out var shape)) return null;
        return new Fitted(new GammaLaw(shape, mean / shape), x => x <= 0 ? 0 : MathNet.Numerics.Distributions.Gamma.CDF(shape, shape / mean, x));
    }

    // In units of the geometric mean, so that no power overflows.
    private static Fitted? Weibull(double[] samples)
    {
        var unit = Math.Exp(samples.Average(s => Math.Log(s)));
        var scaled = samples.Select(s => s / unit).ToArray();
        if (!Brent.TryFindRoot(k => Score(scaled, k), 0.02, 100, Accuracy, Steps, out var shape)) return null;
        var law = new WeibullLaw(shape, unit * Math.Pow(scaled.Average(s => Math.Pow(s, shape)), 1 / shape));
        return new Fitted(law, law.Cdf);
    }

    private static double Score(double[] samples, double shape)
    {
        double powers = 0, weighted = 0;
        foreach (var sample in samples)
        {
            var power = Math.Pow(sample, shape);
            powers += power;
            weighted += power * Math.Log(sample);
        }

        return weighted / powers - 1 / shape;
    }

    /// <remarks>The offset is the least sample, less what the least of so many lies above the true one: L. J. Bain, M. Engelhardt, Introduction to Probability and Mathematical Statistics, 1992, for the exponential law; an approximation for the others.</remarks>
    private static LawFamily Shifted(string name, Func<double[], Fitted?> inner) => new($"shifted {name}", samples =>
    {
        if (samples.Length < 2) return null;
        var least = samples.Min();
        var offset = Math.Max(0, least - (samples.Average() - least) / (samples.Length - 1));
        return offset > 0 && inner([.. samples.Select(s => s - offset)]) is { } rest ? new Fitted(new ShiftedLaw(offset, rest.Law), x => rest.Cdf(x - offset)) : null;
    });
}
