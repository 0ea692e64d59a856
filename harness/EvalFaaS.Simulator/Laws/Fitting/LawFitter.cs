using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Laws.Fitting;

/// <summary>Finds the law of measured times: the closest one that a test does not reject, else that of the samples themselves.</summary>
/// <remarks>
/// Parameters are estimated from the same samples that are tested, so tabulated critical values do not hold: the statistic's own distribution is drawn from the fitted law, fitted anew each time
/// (parametric bootstrap: W. Stute, W. González Manteiga, M. Presedo Quindimil, "Bootstrap based goodness-of-fit tests", Metrika 40, 1993).
/// With thousands of samples every simple law is rejected for differences that nobody would care for, so that the test takes some of them alone.
/// </remarks>
public static class LawFitter
{
    /// <summary>The name of the samples' own law.</summary>
    public const string Empirical = "empirical";

    private const int FewestSamples = 20;
    private const int MostTested = 400;
    private const int Resamples = 99;

    /// <summary>Fits.</summary>
    /// <param name="samples">Times, 0 or more, in any order; at least one.</param>
    /// <param name="seed">Seed of what is drawn.</param>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    public static LawChoice Fit(IReadOnlyList<double> samples, long seed)
    {
        if (samples.Count == 0) throw new ArgumentException("A law needs at least one sample.");
        var own = new LawFit(Empirical, samples.Min() == samples.Max() ? new ConstantLaw(samples[0]) : EmpiricalLaw.Of(samples), null, null);
        // A time of 0 is none of these laws'.
        if (samples.Count < FewestSamples || own.Law is ConstantLaw || samples.Any(s => s <= 0)) return new LawChoice(own, [own], samples.Count, 0);
        var random = new StreamFamily(seed, 0).Of(StreamPurpose.Service);
        var tested = Some(samples, random);
        List<LawFit> fits = [.. LawFamilies.All.Select(f => Test(f, tested, random)).OfType<LawFit>().OrderBy(f => f.Statistic)];
        return new LawChoice(fits.FirstOrDefault(f => !f.Rejected) ?? own, [.. fits, own], samples.Count, tested.Length);
    }

    private static LawFit? Test(LawFamily family, double[] samples, RandomStream random)
    {
        if (family.Fit(samples) is not { } fitted) return null;
        var statistic = AndersonDarling.Statistic(samples, fitted.Cdf);
        var (larger, drawn) = (0, 0);
        for (var i = 0; i < Resamples; i++)
        {
            if (StatisticOfDraw(family, fitted.Law, samples.Length, random) is not { } other) continue;
            drawn++;
            if (other >= statistic) larger++;
        }

        return new LawFit(family.Name, fitted.Law, statistic, (larger + 1.0) / (drawn + 1));
    }

    private static double? StatisticOfDraw(LawFamily family, Law law, int count, RandomStream random)
    {
        var drawn = new double[count];
        for (var i = 0; i < count; i++) drawn[i] = Math.Max(law.Sample(random), double.Epsilon);
        Array.Sort(drawn);
        return family.Fit(drawn) is { } again ? AndersonDarling.Statistic(drawn, again.Cdf) : null;
    }

    /// <summary>So many of the samples, each with the same probability; sorted.</summary>
    private static double[] Some(IReadOnlyList<double> samples, RandomStream random)
    {
        var all = samples.ToArray();
        var count = Math.Min(all.Length, MostTested);
        for (var i = 0; i < count; i++)
        {
            var other = i + random.Below(all.Length - i);
            (all[i], all[other]) = (all[other], all[i]);
        }

        Array.Resize(ref all, count);
        Array.Sort(all);
        return all;
    }
}
