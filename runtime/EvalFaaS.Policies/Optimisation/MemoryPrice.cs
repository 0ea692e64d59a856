namespace EvalFaaS.Policies;

/// <summary>What running a function costs.</summary>
/// <param name="PerMillionCalls">Price of a million calls.</param>
/// <param name="PerGiBSecond">Price of a GiB held for a second, busy or idle.</param>
public readonly record struct MemoryPrice(double PerMillionCalls, double PerGiBSecond)
{
    private const double MiBPerGiB = 1024;

    /// <summary>What a million calls cost.</summary>
    /// <param name="mibSeconds">Memory held for some calls, MiB seconds.</param>
    /// <param name="calls">How many these were.</param>
    public double OfMillion(double mibSeconds, int calls) => PerMillionCalls + 1e6 * mibSeconds / MiBPerGiB * PerGiBSecond / calls;
}
