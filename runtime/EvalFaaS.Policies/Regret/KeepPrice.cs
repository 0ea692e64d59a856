namespace EvalFaaS.Policies;

/// <summary>What a cold start and kept memory cost, in any one currency.</summary>
/// <param name="ColdStartSecond">A second of somebody's waiting for a cold start.</param>
/// <param name="MiBSecond">A MiB that is kept for a second and not used.</param>
public readonly record struct KeepPrice(double ColdStartSecond, double MiBSecond)
{
    /// <summary>The price at which one avoided cold start of a usual function (250 ms, 128 MiB) is worth so many idle seconds of its instance; one of these seconds costs 1.</summary>
    public static KeepPrice OfPatience(double seconds) => new(seconds / 0.25, 1 / 128.0);

    /// <summary>A cold start of the function.</summary>
    public double ColdStart(in FunctionTraits traits) => traits.ColdStartSeconds * ColdStartSecond;

    /// <summary>Its instance, kept for a time.</summary>
    public double Kept(in FunctionTraits traits, double seconds) => traits.MemoryMiB * MiBSecond * seconds;
}
