using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Workloads;

/// <summary>Independent gaps of one law: Poisson arrivals where it is exponential.</summary>
/// <param name="gap">The law of the gaps.</param>
public sealed class RenewalWorkload(Law gap) : Workload
{
    /// <inheritdoc/>
    public override double? Rate => 1 / gap.Mean;

    /// <summary>Poisson arrivals.</summary>
    /// <param name="rate">Invocations a second, above 0.</param>
    public static RenewalWorkload Poisson(double rate) => new(new ExponentialLaw(1 / rate));

    /// <inheritdoc/>
    public override Arrivals Begin(Law service, RandomStream arrivals, RandomStream work) => new Renewals(gap, arrivals, service, work);

    /// <inheritdoc/>
    public override string ToString() => $"gaps {gap}";

    private sealed class Renewals(Law gap, RandomStream random, Law service, RandomStream work) : TimedArrivals(service, work)
    {
        private double _last;

        public override double Next() => _last += gap.Sample(random);
    }
}
