using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;

namespace EvalFaaS.Simulator.OneFunction;

/// <summary>Keeps the counts of a run and their integrals over time.</summary>
internal sealed class RunCounter(Billing billing = default)
{
    private double _last;
    private double _begin;
    private double _billed;
    private bool _everUsed;

    public Tally Tally { get; private set; } = new();

    /// <summary>Invocations that run or wait.</summary>
    public int InSystem;

    public int IdleInstances { get; private set; }

    public int BusyInstances { get; private set; }

    public int Instances => IdleInstances + BusyInstances;

    /// <summary>Time goes on to now.</summary>
    public void Advance(double now)
    {
        var passed = now - _last;
        _last = now;
        var tally = Tally;
        tally.IdleSeconds += passed * IdleInstances;
        tally.BusySeconds += passed * BusyInstances;
        tally.RequestSeconds += passed * InSystem;
        tally.Occupancy[Math.Min(InSystem, Tally.MostOccupancy)] += passed;
    }

    public void Started(double waited, double work)
    {
        Tally.Started++;
        Tally.WaitSeconds += waited;
        if (waited > Tally.Objective) Tally.Late++;
        Tally.WorkSeconds += work;
    }

    public void Completed(double latency)
    {
        InSystem--;
        Tally.Completed++;
        Tally.SojournSeconds += latency;
        Tally.Latency.Record(latency);
    }

    /// <summary>An invocation has kept its instance for so long.</summary>
    public void Billed(double seconds) => _billed += billing.SecondsOf(seconds);

    /// <summary>An invocation that was in the system is refused.</summary>
    public void Rejected(double since)
    {
        InSystem--;
        Tally.Rejected++;
        Tally.SojournSeconds += since;
    }

    /// <summary>An invocation has failed for good.</summary>
    public void Failed(double since)
    {
        InSystem--;
        Tally.Failed++;
        Tally.SojournSeconds += since;
    }

    /// <summary>An instance was made for an invocation.</summary>
    public void Created()
    {
        Tally.Created++;
        if (!_everUsed) Tally.ColdFirstUse++;
        else if (Instances > 1) Tally.ColdCapacity++;
        _everUsed = true;
    }

    /// <summary>An instance begins to load.</summary>
    public void Loaded()
    {
        IdleInstances++;
        if (Instances > Tally.PeakInstances) Tally.PeakInstances = Instances;
    }

    public void BecameBusy()
    {
        IdleInstances--;
        BusyInstances++;
    }

    public void BecameIdle()
    {
        BusyInstances--;
        IdleInstances++;
    }

    /// <summary>An idle instance has been unloaded because its time was over.</summary>
    public void Unloaded()
    {
        IdleInstances--;
        Tally.Expired++;
    }

    /// <summary>An instance has died.</summary>
    public void Killed(bool busy)
    {
        if (busy) BusyInstances--;
        else IdleInstances--;
    }

    /// <summary>Begins to count anew: what is in flight counts from now on.</summary>
    /// <param name="now">The time.</param>
    /// <param name="inFlight">How long those in flight together have been so.</param>
    public void Restart(double now, double inFlight)
    {
        Advance(now);
        Tally = new Tally { InFlightBefore = InSystem, SojournSeconds = -inFlight, PeakInstances = Instances };
        _begin = now;
        _billed = 0;
    }

    /// <summary>Ends counting.</summary>
    /// <param name="now">The time.</param>
    /// <param name="inFlight">How long those in flight together have been so.</param>
    /// <param name="memoryMiB">Memory of an instance.</param>
    public Tally Finish(double now, double inFlight, double memoryMiB)
    {
        Advance(now);
        Tally.Seconds = now - _begin;
        Tally.InFlight = InSystem;
        Tally.SojournSeconds += inFlight;
        Tally.IdleMiBSeconds = Tally.IdleSeconds * memoryMiB;
        Tally.MiBSeconds = (Tally.IdleSeconds + Tally.BusySeconds) * memoryMiB;
        Tally.BilledMiBSeconds = _billed * (billing.MemoryMiB ?? memoryMiB);
        return Tally;
    }
}
