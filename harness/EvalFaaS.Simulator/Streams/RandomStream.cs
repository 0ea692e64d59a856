using System.Numerics;
using System.Runtime.CompilerServices;

namespace EvalFaaS.Simulator.Streams;

/// <summary>One stream of random numbers: xoshiro256**, which passes BigCrush, has a period of 2^256 - 1 and costs about a nanosecond a number.</summary>
/// <remarks>Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021. Not for secrets.</remarks>
public sealed class RandomStream
{
    private ulong _a, _b, _c, _d;
    private double _secondNormal = double.NaN;

    /// <summary>A stream that begins at a state drawn from SplitMix64, as the generator's authors advise; any key will do.</summary>
    public RandomStream(ulong key)
    {
        var seeds = new SplitMix(key);
        _a = seeds.Next();
        _b = seeds.Next();
        _c = seeds.Next();
        _d = seeds.Next();
    }

    /// <summary>The next 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), in steps of 2^-53.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in (0, 1], whose logarithm is finite.</summary>
    public double PositiveUnit() => ((Next() >> 11) + 1) * (1.0 / (1UL << 53));

    /// <summary>Exponential with mean 1, by inversion.</summary>
    public double Exponential() => -Math.Log(PositiveUnit());

    /// <summary>Standard normal, by Marsaglia's polar method: two for each accepted pair.</summary>
    public double Normal()
    {
        if (!double.IsNaN(_secondNormal))
        {
            var kept = _secondNormal;
            _secondNormal = double.NaN;
            return kept;
        }

        double x, y, square;
        do
        {
            x = 2 * Unit() - 1;
            y = 2 * Unit() - 1;
            square = x * x + y * y;
        }
        while (square is >= 1 or 0);
        var factor = Math.Sqrt(-2 * Math.Log(square) / square);
        _secondNormal = y * factor;
        return x * factor;
    }

    /// <summary>Uniform in 0 to <paramref name="count"/> - 1, without bias.</summary>
    /// <remarks>Source: D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29(1), 2019.</remarks>
    public int Below(int count)
    {
        var bound = (uint)count;
        var product = (Next() >> 32) * bound;
        if ((uint)product < bound)
            for (var threshold = (0u - bound) % bound; (uint)product < threshold;) product = (Next() >> 32) * bound;
        return (int)(product >> 32);
    }
}
