namespace EvalFaaS.Policies.Tests;

/// <summary>Arrivals that are known beforehand, by function.</summary>
internal sealed class KnownArrivals(params double[][] arrivals) : INextArrival
{
    public double After(int function, double now)
    {
        foreach (var arrival in arrivals[function])
            if (arrival > now) return arrival;
        return double.PositiveInfinity;
    }
}
