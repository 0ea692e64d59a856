using EvalFaaS.Loop.Recordings;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Loop.Calibrating;

/// <summary>Poisson calls of functions of which some are called often and most seldom, as in every trace: rates fall with the rank.</summary>
internal static class PoissonSlice
{
    /// <summary>Rates fall as a power of the rank, so that a policy meets gaps of all lengths.</summary>
    private const double Exponent = 0.8;

    /// <summary>A slice.</summary>
    /// <param name="functions">How many functions.</param>
    /// <param name="rate">Calls of all together, a second.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="number">Which slice of that seed.</param>
    public static Slice Of(int functions, double rate, double seconds, long seed, int number)
    {
        var streams = new StreamFamily(seed, number);
        double[] weights = [.. Enumerable.Range(1, functions).Select(rank => Math.Pow(rank, -Exponent))];
        var sum = weights.Sum();
        var calls = weights.SelectMany((w, f) => Times(rate * w / sum, seconds, streams.Of(StreamPurpose.Arrivals, f)).Select(t => new SliceCall(t, f)));
        return new Slice([.. Enumerable.Range(0, functions).Select(f => $"function-{f}")], [.. calls.OrderBy(c => c.AtSeconds)], seconds);
    }

    private static IEnumerable<double> Times(double rate, double end, RandomStream random)
    {
        for (var at = random.Exponential() / rate; at < end; at += random.Exponential() / rate) yield return at;
    }
}
