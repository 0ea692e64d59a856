namespace EvalFaaS.Simulator.Streams;

/// <summary>SplitMix64: turns keys that lie close together into states that do not.</summary>
/// <remarks>Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
internal struct SplitMix(ulong state)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state = state;

    public ulong Next() => Mix(_state += Golden);

    /// <summary>A key of several numbers, in their order.</summary>
    public static ulong Key(ulong seed, ulong first, ulong second) => Mix(Mix(Mix(seed + Golden) + first) + second);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
