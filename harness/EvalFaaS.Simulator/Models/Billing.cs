namespace EvalFaaS.Simulator.Models;

/// <summary>How a platform rounds what it charges for.</summary>
/// <param name="Granularity">Time is rounded up to a multiple of this, seconds; 0 where it is not.</param>
/// <param name="Minimum">The shortest time that is charged, seconds.</param>
/// <param name="MemoryMiB">The memory that is charged, MiB; null for what an instance has.</param>
public readonly record struct Billing(double Granularity = 0, double Minimum = 0, double? MemoryMiB = null)
{
    /// <summary>The time charged for an invocation that kept its instance so long, seconds.</summary>
    public double SecondsOf(double seconds) => Granularity == 0 && Minimum == 0 ? seconds : Math.Max(Minimum, Granularity == 0 ? seconds : Math.Ceiling(seconds / Granularity) * Granularity);
}
