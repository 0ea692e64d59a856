namespace EvalFaaS.Policies;

/// <summary>Arithmetic on 64 random or hashed bits.</summary>
internal static class Mixing
{
    /// <summary>Scrambles 64 bits so that each of the result depends on all: the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
    public static ulong Mix(ulong bits)
    {
        bits += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number from 0 to below the bound from 32 uniform bits, by multiplication (Lemire, TOMACS 2019, without its correction: off by less than bound / 2^32).</summary>
    public static int Below(uint bits, int bound) => (int)(((ulong)bits * (uint)bound) >> 32);

    /// <summary>The lower 32 bits.</summary>
    public static uint Low(ulong bits) => (uint)bits;

    /// <summary>The upper 32 bits.</summary>
    public static uint High(ulong bits) => (uint)(bits >> 32);
}
