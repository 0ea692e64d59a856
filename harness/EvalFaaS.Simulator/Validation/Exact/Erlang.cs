namespace EvalFaaS.Simulator.Validation.Exact;

/// <summary>Erlang's formulas.</summary>
/// <remarks>Source: A. K. Erlang, 1917; D. Gross et al., Fundamentals of Queueing Theory, 4th ed., 2008, sections 2.3 and 2.4.</remarks>
public static class Erlang
{
    /// <summary>Erlang B: the probability that all servers are busy when nobody waits.</summary>
    /// <param name="servers">Servers, at least 0.</param>
    /// <param name="offered">Offered load: rate times mean service time.</param>
    public static double Blocking(int servers, double offered)
    {
        var b = 1.0;
        for (var n = 1; n <= servers; n++) b = offered * b / (n + offered * b);
        return b;
    }

    /// <summary>Erlang C: the probability of having to wait.</summary>
    /// <param name="servers">Servers, more than the offered load.</param>
    /// <param name="offered">Offered load.</param>
    public static double Waiting(int servers, double offered)
    {
        var blocking = Blocking(servers, offered);
        return blocking / (1 - offered / servers * (1 - blocking));
    }

    /// <summary>Mean wait in M/M/c.</summary>
    /// <param name="servers">Servers.</param>
    /// <param name="rate">Arrivals a second.</param>
    /// <param name="mean">Mean service time, seconds.</param>
    public static double MeanWait(int servers, double rate, double mean) => Waiting(servers, rate * mean) / (servers / mean - rate);
}
