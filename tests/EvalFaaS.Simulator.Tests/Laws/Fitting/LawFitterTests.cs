using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Laws.Fitting;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Tests.Laws.Fitting;

public sealed class LawFitterTests
{
    public static TheoryData<string> Families => ["lognormal", "gamma", "Weibull"];

    [Theory]
    [MemberData(nameof(Families))]
    public void The_law_that_samples_come_from_is_not_rejected_and_keeps_mean_and_variance(string family)
    {
        var law = LawOf(family);

        var fit = LawFitter.Fit(Draw(law, 4_000), 5).Fits.Single(f => f.Name == family);

        Assert.False(fit.Rejected, $"p = {fit.PValue}");
        Assert.InRange(fit.Law.Mean / law.Mean, 0.9, 1.1);
        Assert.InRange(fit.Law.Variance / law.Variance, 0.6, 1.6);
    }

    [Fact]
    public void Laws_that_samples_do_not_come_from_are_rejected()
    {
        // Two heaps, which no law of one heap can be.
        var samples = Draw(new LognormalLaw(1, 0.05), 500).Concat(Draw(new LognormalLaw(20, 0.05), 500)).ToList();

        var choice = LawFitter.Fit(samples, 5);

        Assert.Equal(LawFitter.Empirical, choice.Chosen.Name);
        Assert.All(choice.Fits.Where(f => f.Statistic is not null), f => Assert.True(f.Rejected, f.Name));
        Assert.Contains(choice.Fits, f => f.Name == "shifted gamma");
    }

    [Fact]
    public void What_is_always_there_is_found_as_an_offset()
    {
        var choice = LawFitter.Fit(Draw(new ShiftedLaw(10, new GammaLaw(2, 0.5)), 2_000), 5);

        Assert.StartsWith("shifted", choice.Chosen.Name, StringComparison.Ordinal);
        Assert.InRange(choice.Chosen.Law.Mean, 10.9, 11.1);
    }

    [Fact]
    public void The_true_law_is_rejected_about_as_often_as_the_level_says()
    {
        var rejected = Enumerable.Range(0, 100).Count(i => LawFitter.Fit(Draw(new LognormalLaw(1, 0.5), 60, (ulong)i), i).Fits.Single(f => f.Name == "lognormal").Rejected);

        // Binomial(100, 0.05): above 13 once in a thousand.
        Assert.InRange(rejected, 0, 13);
    }

    [Fact]
    public void Samples_that_are_all_the_same_are_a_constant() => Assert.IsType<ConstantLaw>(LawFitter.Fit([.. Enumerable.Repeat(0.25, 100)], 1).Chosen.Law);

    [Fact]
    public void A_few_samples_and_times_of_zero_keep_their_own_law()
    {
        Assert.Equal(LawFitter.Empirical, LawFitter.Fit([1, 2, 3], 1).Chosen.Name);
        Assert.Equal(LawFitter.Empirical, LawFitter.Fit([0, .. Draw(new ExponentialLaw(1), 100)], 1).Chosen.Name);
    }

    [Fact]
    public void One_seed_gives_one_choice()
    {
        var samples = Draw(new WeibullLaw(1.5, 2), 1_000);

        Assert.Equal(LawFitter.Fit(samples, 3).Fits.Select(f => (f.Name, f.PValue)), LawFitter.Fit(samples, 3).Fits.Select(f => (f.Name, f.PValue)));
    }

    [Fact]
    public void The_statistic_is_that_of_counting_by_hand()
    {
        // Uniform on 0 to 1, samples 0.25 and 0.5: -2 - (ln 0.25 + ln(1 - 0.5) + 3 (ln 0.5 + ln(1 - 0.25))) / 2.
        var expected = -2 - (Math.Log(0.25) + Math.Log(0.5) + 3 * (Math.Log(0.5) + Math.Log(0.75))) / 2;

        Assert.Equal(expected, AndersonDarling.Statistic([0.25, 0.5], x => x), 12);
    }

    private static Law LawOf(string family) => family switch
    {
        "lognormal" => new LognormalLaw(2, 0.6),
        "gamma" => new GammaLaw(0.8, 3),
        _ => new WeibullLaw(1.7, 4),
    };

    private static List<double> Draw(Law law, int count, ulong key = 17)
    {
        var random = new RandomStream(key);
        return [.. Enumerable.Range(0, count).Select(_ => law.Sample(random))];
    }
}
