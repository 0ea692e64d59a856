using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Validation.Exact;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Validation.Cases;

/// <summary>Queues of the textbook: instances that are never unloaded are its servers.</summary>
internal static class QueueCases
{
    private const string Insensitive = "Erlang B, insensitive to the law of service (Sevast'yanov 1957)";

    /// <summary>Laws of one mean and very different shapes.</summary>
    public static IReadOnlyList<(string Name, Law Law)> Laws(double mean) =>
        [("exponential", new ExponentialLaw(mean)), ("deterministic", new ConstantLaw(mean)), ("lognormal", LognormalLaw.Of(mean, 2))];

    public static IEnumerable<IValidationCase> All() => [.. Waiting(), .. Blocking(), .. Occupancy(), .. SingleServer()];

    private static IEnumerable<IValidationCase> Waiting()
    {
        foreach (var (servers, load) in new[] { (2, 0.7), (5, 0.8), (20, 0.9) })
        {
            var rate = servers * load;
            var wait = Erlang.MeanWait(servers, rate, 1);
            yield return Queue($"M/M/{servers}, load {load}", servers, FunctionModel.Unlimited, rate, new ExponentialLaw(1),
                new Known("mean wait", "Erlang C", Figures.MeanWait, wait),
                new Known("in the system", "Erlang C and Little", Figures.InSystem, rate * (wait + 1)));
        }
    }

    private static IEnumerable<IValidationCase> Blocking() => Laws(1).Select(l =>
        Queue($"M/G/10/10, {l.Name}", 10, 0, 8, l.Law, new Known("share rejected", Insensitive, Figures.RejectedShare, Erlang.Blocking(10, 8))));

    private static IEnumerable<IValidationCase> Occupancy() => Laws(2).Select(l =>
        Queue($"M/G/inf, {l.Name}", FunctionModel.Unlimited, 0, 2, l.Law,
            new Known("mean busy", "rate times mean service", Figures.InSystem, 4),
            new Known("P(nobody)", "Poisson, mean 4", t => t.Occupancy[0] / t.Seconds, Math.Exp(-4)),
            new Known("P(4 busy)", "Poisson, mean 4", t => t.Occupancy[4] / t.Seconds, Math.Exp(-4) * 256 / 24)));

    private static IEnumerable<IValidationCase> SingleServer() => Laws(1).Select(l =>
        Queue($"M/G/1, {l.Name}, load 0.6", 1, FunctionModel.Unlimited, 0.6, l.Law,
            new Known("mean wait", "Pollaczek-Khinchine", Figures.MeanWait, 0.6 * l.Law.SecondMoment / (2 * 0.4))));

    private static FunctionCase Queue(string name, int servers, int waiting, double rate, Law service, params Known[] known) =>
        new(name, new FunctionModel { Name = name, Service = service, MaxInstances = servers, QueueLimit = waiting }, RenewalWorkload.Poisson(rate), _ => WindowsKeepAlive.Forever, known);
}
