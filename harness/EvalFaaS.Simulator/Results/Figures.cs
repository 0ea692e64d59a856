namespace EvalFaaS.Simulator.Results;

/// <summary>Figures that come from a tally.</summary>
public static class Figures
{
    /// <summary>The share of invocations that found nothing ready.</summary>
    public static double ColdProbability(Tally t) => Share(t.Cold, t.Arrivals);

    /// <summary>The share of invocations that were refused.</summary>
    public static double RejectedShare(Tally t) => Share(t.Rejected, t.Arrivals);

    /// <summary>The share of invocations that failed for good.</summary>
    public static double FailedShare(Tally t) => Share(t.Failed, t.Arrivals);

    /// <summary>Mean latency, seconds.</summary>
    public static double MeanLatency(Tally t) => Share(t.SojournSeconds, t.Completed);

    /// <summary>Mean time before work begins, seconds.</summary>
    public static double MeanWait(Tally t) => Share(t.WaitSeconds, t.Started);

    /// <summary>Mean number of instances.</summary>
    public static double Instances(Tally t) => Share(t.IdleSeconds + t.BusySeconds, t.Seconds);

    /// <summary>Mean number of idle instances.</summary>
    public static double IdleInstances(Tally t) => Share(t.IdleSeconds, t.Seconds);

    /// <summary>Mean number of instances that start or run.</summary>
    public static double BusyInstances(Tally t) => Share(t.BusySeconds, t.Seconds);

    /// <summary>The share of instance time in which work was done or begun.</summary>
    public static double Utilisation(Tally t) => Share(t.BusySeconds, t.IdleSeconds + t.BusySeconds);

    /// <summary>Mean number of invocations in the system.</summary>
    public static double InSystem(Tally t) => Share(t.RequestSeconds, t.Seconds);

    /// <summary>Memory held by idle instances, GiB hours.</summary>
    public static double WastedGiBHours(Tally t) => t.IdleMiBSeconds / 1024 / 3600;

    /// <summary>Memory held by all instances, GiB hours.</summary>
    public static double GiBHours(Tally t) => t.MiBSeconds / 1024 / 3600;

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;
}
