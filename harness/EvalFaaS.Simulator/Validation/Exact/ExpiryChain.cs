namespace EvalFaaS.Simulator.Validation.Exact;

/// <summary>The Markov chain of busy and idle instances when arrivals are Poisson, service exponential and each idle instance expires after an exponential time: the stationary law, by Gauss-Seidel sweeps on a truncated grid.</summary>
/// <remarks>Busy instances are those of M/M/infinity. In balance as many instances are made as expire: arrival rate times P(cold) equals expiry rate times mean idle.</remarks>
public sealed class ExpiryChain
{
    private const int MaximumSweeps = 20_000;
    private const double Tolerance = 1e-14;

    /// <summary>Solves it.</summary>
    /// <param name="rate">Arrivals a second.</param>
    /// <param name="mean">Mean service time, seconds.</param>
    /// <param name="expiry">Expiry of each idle instance, 1/s.</param>
    public ExpiryChain(double rate, double mean, double expiry)
    {
        var offered = rate * mean;
        var busy = (int)Math.Ceiling(offered + 12 * Math.Sqrt(offered) + 12);
        var p = Solve(rate, 1 / mean, expiry, busy, 2 * busy);
        for (var b = 0; b <= busy; b++)
            for (var i = 0; i <= 2 * busy; i++)
            {
                if (i == 0) ColdProbability += p[b, i];
                MeanIdle += i * p[b, i];
            }
    }

    /// <summary>The probability that an arrival finds no idle instance.</summary>
    public double ColdProbability { get; }

    /// <summary>Mean number of idle instances.</summary>
    public double MeanIdle { get; }

    private static double[,] Solve(double arrive, double serve, double expire, int busy, int idle)
    {
        var p = new double[busy + 1, idle + 1];
        foreach (ref var state in System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref p[0, 0], p.Length)) state = 1.0 / p.Length;
        for (var sweep = 0; sweep < MaximumSweeps; sweep++)
        {
            var sum = 0.0;
            var moved = 0.0;
            for (var b = 0; b <= busy; b++)
                for (var i = 0; i <= idle; i++)
                {
                    var inflow = 0.0;
                    if (b > 0 && i < idle) inflow += arrive * p[b - 1, i + 1];
                    if (b > 0 && i == 0) inflow += arrive * p[b - 1, 0];
                    if (b < busy && i > 0) inflow += serve * (b + 1) * p[b + 1, i - 1];
                    if (i < idle) inflow += expire * (i + 1) * p[b, i + 1];
                    var outflow = (b < busy ? arrive : 0) + (i < idle ? serve * b : 0) + expire * i;
                    var next = inflow / outflow;
                    moved += Math.Abs(next - p[b, i]);
                    sum += p[b, i] = next;
                }

            foreach (ref var state in System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref p[0, 0], p.Length)) state /= sum;
            if (moved < Tolerance) break;
        }

        return p;
    }
}
