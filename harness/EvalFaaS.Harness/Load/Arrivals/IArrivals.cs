namespace EvalFaaS.Harness.Load;

/// <summary>When requests are meant to start, as offsets from the load's begin.</summary>
public interface IArrivals
{
    /// <summary>A start that never comes: what follows the last one.</summary>
    const long Never = long.MaxValue;

    /// <summary>The next intended start, ns, never before the last one; or <see cref="Never"/>.</summary>
    long NextNs();

    /// <summary>Which request of the plan the start just told is for, from 0; null where the mix draws it.</summary>
    int? Request => null;
}
