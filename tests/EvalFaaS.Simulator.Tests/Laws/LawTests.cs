using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;
using MathNet.Numerics.Distributions;

namespace EvalFaaS.Simulator.Tests.Laws;

public sealed class LawTests
{
    private const int Draws = 200_000;

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static readonly Dictionary<string, (Law Law, Func<double, double> Cdf, double Mean, double Variance)> Cases = new()
    {
        ["exponential"] = Of(new ExponentialLaw(2), new Exponential(0.5)),
        ["lognormal"] = Of(new LognormalLaw(3, 0.8), new LogNormal(Math.Log(3), 0.8)),
        ["lognormal of mean and scv"] = Of(LognormalLaw.Of(2, 1.5), LogNormal.WithMeanVariance(2, 6)),
        ["gamma"] = Of(new GammaLaw(2.5, 1.5), new Gamma(2.5, 1 / 1.5)),
        ["gamma below one"] = Of(new GammaLaw(0.4, 3), new Gamma(0.4, 1 / 3.0)),
        ["Erlang"] = Of(GammaLaw.Erlang(3, 6), new Erlang(3, 0.5)),
        ["Weibull"] = Of(new WeibullLaw(0.7, 2), new Weibull(0.7, 2)),
        ["uniform"] = Of(new UniformLaw(1, 4), new ContinuousUniform(1, 4)),
        ["shifted"] = (new ShiftedLaw(5, new ExponentialLaw(2)), x => x < 5 ? 0 : new Exponential(0.5).CumulativeDistribution(x - 5), 7, 4),
        ["hyperexponential"] = (new HyperexponentialLaw([0.3, 0.7], [4, 1]), x => 1 - 0.3 * Math.Exp(-x / 4) - 0.7 * Math.Exp(-x), 1.9, 2 * (0.3 * 16 + 0.7) - 1.9 * 1.9),
        ["empirical"] = (new EmpiricalLaw([0, 0.5, 1], [0, 1, 5]), x => x < 1 ? x / 2 : 0.5 + (x - 1) / 8, 1.75, 0.5 / 3 + 0.5 * 31 / 3 - 1.75 * 1.75),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_law_draws_from_its_distribution(string name)
    {
        var (law, cdf, _, _) = Cases[name];
        var random = new RandomStream(11);
        var drawn = Enumerable.Range(0, Draws).Select(_ => law.Sample(random)).Order().ToArray();
        var largest = drawn.Select((x, i) => Math.Max(Math.Abs(cdf(x) - i / (double)Draws), Math.Abs(cdf(x) - (i + 1) / (double)Draws))).Max();
        // Kolmogorov: 1.95 / sqrt(n) is passed by chance once in a thousand.
        Assert.InRange(largest * Math.Sqrt(Draws), 0, 1.95);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_law_knows_its_mean_and_variance(string name)
    {
        var (law, _, mean, variance) = Cases[name];
        Assert.Equal(mean, law.Mean, 9);
        Assert.Equal(variance, law.Variance, 9);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(8)]
    public void Balanced_hyperexponential_has_the_moments_asked_for(double scv)
    {
        var law = HyperexponentialLaw.Of(3, scv);
        Assert.Equal(3, law.Mean, 9);
        Assert.Equal(scv, law.Scv, 9);
    }

    [Fact]
    public void A_constant_is_always_the_same()
    {
        var law = new ConstantLaw(2);
        Assert.Equal((2.0, 2.0, 0.0), (law.Sample(new RandomStream(1)), law.Mean, law.Variance));
    }

    [Fact]
    public void Parameters_without_sense_are_refused()
    {
        Assert.Contains("mean", Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialLaw(-1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeibullLaw(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UniformLaw(2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => HyperexponentialLaw.Of(1, 0.5));
        Assert.Contains("fall", Assert.Throws<ArgumentException>(() => new EmpiricalLaw([0, 0.5, 1], [2, 1, 3])).Message, StringComparison.Ordinal);
    }

    private static (Law, Func<double, double>, double, double) Of(Law law, IContinuousDistribution reference) =>
        (law, reference.CumulativeDistribution, reference.Mean, reference.Variance);
}
