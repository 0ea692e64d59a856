using EvalFaaS.Policies;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Streams;
using EvalFaaS.Simulator.Validation.Exact;
using EvalFaaS.Simulator.Workloads;
using MathNet.Numerics.Integration;

namespace EvalFaaS.Simulator.Validation.Cases;

/// <summary>Cold starts that are known exactly.</summary>
internal static class KeepAliveCases
{
    public static IEnumerable<IValidationCase> All() => [.. SharedInstance(), .. Gaps(), PreWarm(), .. RandomExpiry()];

    private static IEnumerable<IValidationCase> SharedInstance() => QueueCases.Laws(2).Select(l => new FunctionCase(
        $"one shared instance, {l.Name}",
        new FunctionModel { Service = l.Law, Concurrency = FunctionModel.Unlimited, MaxInstances = 1 },
        RenewalWorkload.Poisson(0.25), _ => Fixed(6),
        new Known("P(cold)", "exp(-rate (E[S] + window)): M/G/inf with service S + window is empty", Figures.ColdProbability, Math.Exp(-0.25 * 8))));

    private static IEnumerable<IValidationCase> Gaps()
    {
        var weibull = new WeibullLaw(0.6, 60);
        yield return Instant("Weibull gaps, shape 0.6, window 120 s", weibull, _ => Fixed(120),
            new Known("P(cold)", "P(gap > window)", Figures.ColdProbability, 1 - weibull.Cdf(120)));
        yield return new FunctionCase("Erlang gaps, service 3 s, window 20 s",
            new FunctionModel { Service = new ConstantLaw(3), Concurrency = FunctionModel.Unlimited, MaxInstances = 1 },
            new RenewalWorkload(GammaLaw.Erlang(2, 20)), _ => Fixed(20),
            new Known("P(cold)", "P(gap > service + window)", Figures.ColdProbability, Math.Exp(-23.0 / 10) * (1 + 23.0 / 10)));
    }

    private static FunctionCase PreWarm()
    {
        const double preWarm = 40, until = 160;
        var gap = new WeibullLaw(2, 100);
        var idle = GaussLegendreRule.Integrate(x => 1 - gap.Cdf(x), preWarm, until, 64);
        return Instant("Weibull gaps, loaded again after 40 s, kept until 160 s", gap, _ => new WindowsKeepAlive(0, preWarm, until),
            new Known("P(cold)", "1 - P(40 < gap < 160)", Figures.ColdProbability, 1 - gap.Cdf(until) + gap.Cdf(preWarm)),
            new Known("idle seconds a gap", "integral of P(gap > t) over the window", t => t.IdleSeconds / t.Arrivals, idle));
    }

    private static IEnumerable<IValidationCase> RandomExpiry()
    {
        foreach (var (rate, window) in new[] { (1.0, 20.0), (0.2, 10.0) })
        {
            const double mean = 2;
            var chain = new ExpiryChain(rate, mean, 1 / window);
            yield return new FunctionCase(FormattableString.Invariant($"exponential expiry, rate {rate}, mean window {window} s"),
                new FunctionModel { Service = new ExponentialLaw(mean) }, RenewalWorkload.Poisson(rate),
                streams => new RandomKeepAlive(new ExponentialLaw(window), streams.Of(StreamPurpose.Policy)),
                new Known("P(cold)", "Markov chain on (busy, idle)", Figures.ColdProbability, chain.ColdProbability),
                new Known("mean idle", "Markov chain on (busy, idle)", Figures.IdleInstances, chain.MeanIdle),
                new Known("rate P(cold) - expiry E[idle]", "as many instances are made as expire", t => rate * Figures.ColdProbability(t) - Figures.IdleInstances(t) / window, 0));
        }
    }

    private static FunctionCase Instant(string name, Law gap, Func<StreamFamily, IKeepAlivePolicy> keepAlive, params Known[] known) =>
        new(name, new FunctionModel { Service = new ConstantLaw(0) }, new RenewalWorkload(gap), keepAlive, known);

    private static FixedKeepAlive Fixed(double seconds) => new(new FixedKeepAliveOptions { Window = seconds });
}
