namespace EvalFaaS.Harness.Load;

/// <summary>A rate that swings around a mean as a sine, beginning at the mean and rising.</summary>
/// <param name="mean">Requests a second on average, above 0.</param>
/// <param name="amplitude">How far it swings to each side, requests a second, from 0 to the mean.</param>
/// <param name="period">Seconds for one swing, above 0.</param>
public sealed class SineRate(double mean, double amplitude, double period) : IRate
{
    private readonly double _swing = amplitude * period / (2 * Math.PI);

    /// <inheritdoc/>
    public double At(double seconds) => mean + amplitude * Math.Sin(2 * Math.PI * seconds / period);

    /// <inheritdoc/>
    public double CountUntil(double seconds) => mean * seconds + _swing * (1 - Math.Cos(2 * Math.PI * seconds / period));

    /// <inheritdoc/>
    /// <remarks>Newton's method within a bracket: the count lies between that of the mean alone and that plus a whole swing.</remarks>
    public double TimeOf(double count)
    {
        var cycles = Math.Floor(count / (mean * period));
        var rest = count - cycles * mean * period;
        double high = rest / mean, low = Math.Max(0, high - 2 * _swing / mean), at = (low + high) / 2;
        for (var i = 0; i < 64 && high - low > 1e-12 * period; i++)
        {
            var over = CountUntil(at) - rest;
            if (over > 0) high = at;
            else low = at;
            var next = at - over / At(at);
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.Abs(next - at) < 1e-13 * period) break;
            at = next;
        }

        return cycles * period + at;
    }
}
