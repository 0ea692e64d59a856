using EvalFaaS.Simulator.Results;

namespace EvalFaaS.Simulator.Pricing;

/// <summary>What a platform charges.</summary>
/// <param name="Name">The sheet's name.</param>
/// <param name="PerMillionRequests">For a million requests.</param>
/// <param name="PerGiBSecond">For a GiB of a running instance over a second.</param>
/// <param name="PerIdleGiBSecond">For a GiB of an idle one; 0 where the platform bears it.</param>
/// <param name="Currency">The currency.</param>
public sealed record PriceSheet(string Name, double PerMillionRequests, double PerGiBSecond, double PerIdleGiBSecond = 0, string Currency = "USD")
{
    private const double MiBPerGiB = 1024;

    /// <summary>What a run costs.</summary>
    public double Of(Tally tally) =>
        tally.Completed * PerMillionRequests / 1e6 + (tally.BilledMiBSeconds * PerGiBSecond + tally.IdleMiBSeconds * PerIdleGiBSecond) / MiBPerGiB;
}
