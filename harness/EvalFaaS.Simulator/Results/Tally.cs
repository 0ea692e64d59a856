using EvalFaaS.Simulator.Elasticity;
using EvalFaaS.Simulator.Statistics;

namespace EvalFaaS.Simulator.Results;

/// <summary>What one run counted and integrated over time. Tallies of independent parts are added.</summary>
public sealed class Tally
{
    /// <summary>The most invocations at a time that <see cref="Occupancy"/> tells apart.</summary>
    public const int MostOccupancy = 255;

    /// <summary>The wait before its work begins that an invocation may have by the service objective, seconds.</summary>
    public const double Objective = 0.1;

    /// <summary>Invocations that arrived.</summary>
    public long Arrivals;

    /// <summary>Those that waited for a start, wholly or for its rest.</summary>
    public long Cold;

    /// <summary>Cold ones that were the first of all.</summary>
    public long ColdFirstUse;

    /// <summary>Cold ones that found instances, all of them busy.</summary>
    public long ColdCapacity;

    /// <summary>Invocations that ended.</summary>
    public long Completed;

    /// <summary>Invocations that were refused.</summary>
    public long Rejected;

    /// <summary>Invocations that failed for good.</summary>
    public long Failed;

    /// <summary>In flight when counting began.</summary>
    public long InFlightBefore;

    /// <summary>In flight at the end.</summary>
    public long InFlight;

    /// <summary>Instances made for an invocation that had arrived.</summary>
    public long Created;

    /// <summary>Instances loaded ahead of a call.</summary>
    public long PreWarmed;

    /// <summary>Instances unloaded because their time was over.</summary>
    public long Expired;

    /// <summary>Instances put out for others.</summary>
    public long Evicted;

    /// <summary>Invocations tried again after a failure.</summary>
    public long Retries;

    /// <summary>Seconds that were counted.</summary>
    public double Seconds;

    /// <summary>Instances, integrated over time: idle ones, instance seconds. One that loads ahead of a call is idle.</summary>
    public double IdleSeconds;

    /// <summary>Instances that start for an invocation or run, instance seconds.</summary>
    public double BusySeconds;

    /// <summary>Time that starts took, seconds.</summary>
    public double StartSeconds;

    /// <summary>Work of the invocations, seconds.</summary>
    public double WorkSeconds;

    /// <summary>Memory of idle instances, integrated, MiB seconds.</summary>
    public double IdleMiBSeconds;

    /// <summary>Memory of all instances, integrated, MiB seconds.</summary>
    public double MiBSeconds;

    /// <summary>Memory while invocations ran or started, per invocation, MiB seconds: what providers bill.</summary>
    public double BilledMiBSeconds;

    /// <summary>Invocations in the system, integrated over time.</summary>
    public double RequestSeconds;

    /// <summary>The same as seen by the invocations: the time that each was in the system while counting went on.</summary>
    public double SojournSeconds;

    /// <summary>Time that invocations waited before their work began.</summary>
    public double WaitSeconds;

    /// <summary>Invocations that waited for longer than the <see cref="Objective"/>.</summary>
    public long Late;

    /// <summary>Invocations whose waiting was counted.</summary>
    public long Started;

    /// <summary>The most instances at a time.</summary>
    public long PeakInstances;

    /// <summary>How well supply followed demand; null where it was not looked at.</summary>
    public ElasticityMetrics? Elasticity;

    /// <summary>Latencies of completed invocations, from arrival to end.</summary>
    public LogHistogram Latency { get; } = new();

    /// <summary>Seconds with so many invocations in the system; the last entry holds more.</summary>
    public double[] Occupancy { get; } = new double[MostOccupancy + 1];

    /// <summary>By how much Little's law fails: the relative difference of the two ways to integrate invocations over time.</summary>
    public double LittleError => RequestSeconds == 0 ? 0 : Math.Abs(RequestSeconds - SojournSeconds) / RequestSeconds;

    /// <summary>What arrived and has not been accounted for; always 0.</summary>
    public long Lost => InFlightBefore + Arrivals - Completed - Rejected - Failed - InFlight;

    /// <summary>Adds the tally of another part, for example another function over the same time.</summary>
    public void Add(Tally other)
    {
        Arrivals += other.Arrivals;
        Cold += other.Cold;
        ColdFirstUse += other.ColdFirstUse;
        ColdCapacity += other.ColdCapacity;
        Completed += other.Completed;
        Rejected += other.Rejected;
        Failed += other.Failed;
        InFlightBefore += other.InFlightBefore;
        InFlight += other.InFlight;
        Created += other.Created;
        PreWarmed += other.PreWarmed;
        Expired += other.Expired;
        Evicted += other.Evicted;
        Retries += other.Retries;
        Seconds += other.Seconds;
        IdleSeconds += other.IdleSeconds;
        BusySeconds += other.BusySeconds;
        StartSeconds += other.StartSeconds;
        WorkSeconds += other.WorkSeconds;
        IdleMiBSeconds += other.IdleMiBSeconds;
        MiBSeconds += other.MiBSeconds;
        BilledMiBSeconds += other.BilledMiBSeconds;
        RequestSeconds += other.RequestSeconds;
        SojournSeconds += other.SojournSeconds;
        WaitSeconds += other.WaitSeconds;
        Started += other.Started;
        Late += other.Late;
        PeakInstances += other.PeakInstances;
        Latency.Add(other.Latency);
        for (var i = 0; i < Occupancy.Length; i++) Occupancy[i] += other.Occupancy[i];
    }
}
