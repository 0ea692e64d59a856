namespace EvalFaaS.Policies.Tests;

/// <summary>Arrivals that are known beforehand, by function; calls take no time, so that no two run at a time.</summary>
internal sealed class KnownArrivals(params double[][] arrivals) : INextArrival
{
    public double After(int function, double now)
    {
        foreach (var arrival in arrivals[function])
            if (arrival > now) return arrival;
        return double.PositiveInfinity;
    }

    public double Reaches(int function, int running, double now, long seen, double until) =>
        running == 1 && After(function, now) is var next && next <= until ? next : double.PositiveInfinity;
}
